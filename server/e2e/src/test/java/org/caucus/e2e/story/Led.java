package org.caucus.e2e.story;

/** One browser, or program, that is led to the other of two nodes with each request. */
final class Led {
  private final Nodes nodes;
  private Browser browser;
  private int asked;

  Led(Nodes nodes, Browser first) {
    this.nodes = nodes;
    this.browser = first;
  }

  Browser next() {
    browser = browser.at(nodes.node(asked++ % 2 == 0 ? "lagos" : "abuja").base());
    return browser;
  }
}
