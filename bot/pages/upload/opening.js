// A person's browser opens the page by itself; programs that only look at a link do not run this.
document.getElementById("open").submit();
