package org.caucus.http;

import io.vertx.ext.web.Router;

/** Pages outside the contract and the web app: where mail links lead, and the demo's. */
public interface Pages {
  /** Adds them. */
  void mount(Router router);
}
