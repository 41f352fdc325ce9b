// Nothing: the browser with an extension that leaves every page alone.
