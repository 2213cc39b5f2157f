package org.caucus.platform.eventlog.cluster;

import org.jspecify.annotations.Nullable;

/** This node cannot be one of many as it is set. The message says what to do. */
public final class ClusterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClusterException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
