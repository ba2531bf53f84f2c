"""A stand-in WeCom platform: what the tests and the demo talk to instead of Tencent's servers."""
