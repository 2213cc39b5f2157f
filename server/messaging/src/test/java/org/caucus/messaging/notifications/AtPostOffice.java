package org.caucus.messaging.notifications;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Each test has a workspace of its own that has just been founded, and sends mail. */
public abstract class AtPostOffice {
  @TempDir Path directory;

  /** The workspace, and what left it. */
  public PostOffice office;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
  }

  @AfterEach
  void close() {
    office.close();
  }
}
