package org.caucus.http;

import io.vertx.ext.web.Router;

/** Pages outside the contract and the web app: where mail links lead, and the demo's. */
public interface Pages {
  /** Adds them. */
  void mount(Router router);

  /**
   * Whether each request proves itself by a ticket in its path and no cookie is looked at: mail
   * programs may post to these from anywhere (RFC 8058).
   */
  default boolean isProof() {
    return false;
  }
}
