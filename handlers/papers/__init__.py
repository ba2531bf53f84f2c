"""报送件: what is due besides the leaves (名单, 自评报告, 整改报告, each month's 信息), and whether it was handed in."""
