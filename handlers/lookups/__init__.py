"""查询: what anybody asks of a campaign as it stands, each kind of answer in a file."""
