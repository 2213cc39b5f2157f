package org.caucus.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a store that cannot be written says of it. */
class GroupCommitTest {
  /** A store whose writes fail so. */
  private record Failing(RuntimeException failure) implements GroupCommit.Store {
    @Override
    public void commitAndSync() {
      throw failure;
    }

    @Override
    public boolean unsaved() {
      return true;
    }

    @Override
    public void tidy() {}

    @Override
    public void mend() {}
  }

  private static String said(RuntimeException failure) {
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    said.start();
    Logger logger = (Logger) LoggerFactory.getLogger(GroupCommit.class);
    logger.addAppender(said);
    GroupCommit commits = new GroupCommit(new Failing(failure));
    try {
      assertThatThrownBy(() -> commits.durable(commits.generation()).await())
          .isInstanceOf(DatabaseException.Away.class);
      return List.copyOf(said.list).getFirst().getFormattedMessage();
    } finally {
      commits.close();
      logger.detachAppender(said);
    }
  }

  @Test
  void aFullHeapIsNotTakenForAFullDisk() {
    assertThat(said(new IllegalStateException(new OutOfMemoryError("Java heap space"))))
        .contains("The memory is full, not the disk", "-Xmx")
        .doesNotContain("make room");
    assertThat(said(new MVStoreException(1, "Writing failed [2.3.232/2]")))
        .contains("make room on the disk");
  }
}
