package org.caucus.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caucus.platform.store.replica.Certified;
import org.caucus.platform.store.replica.StandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** An address that leads nowhere, or not to where it says: what the operator is told. */
class AddressTest {
  private static final String SECRET = "chalk:7@hills";
  private static final String BRIEFLY = "serverSelectionTimeoutMS=1500";

  @TempDir Path directory;

  private DatabaseException failure(String uri) {
    return catchThrowableOfType(
        DatabaseException.class,
        () -> {
          try (Mongo mongo = Mongo.open(MongoSettings.server(uri, directory))) {
            mongo.reach();
          }
        });
  }

  private static List<String> messages(Throwable failure) {
    List<String> all = new ArrayList<>();
    for (Throwable t = failure; t != null; t = t.getCause()) {
      all.add(t.toString());
    }
    return all;
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    var failure = failure("mongodb://caucus:chalk@127.0.0.1:1/caucus?" + BRIEFLY);

    assertThat(failure)
        .isInstanceOf(DatabaseException.Away.class)
        .hasMessageContaining("CAUCUS_MONGODB_URI cannot be reached: 127.0.0.1:1: ")
        .hasMessageContaining("Connection refused");
    assertThat(messages(failure)).noneMatch(m -> m.contains("chalk"));
  }

  @ParameterizedTest
  @CsvSource({
    "mongodb://127.0.0.1:1/caucus, false",
    "mongodb://localhost/caucus, false",
    "mongodb://[::1]:1/caucus, false",
    "mongodb://192.0.2.1:1/caucus?tls=true, false",
    "mongodb://192.0.2.1:1/caucus, true",
    "'mongodb://127.0.0.1:1,192.0.2.1:1/caucus', true"
  })
  void whoSpeaksInClearToAnotherMachineIsTold(String uri, boolean told) {
    var said = new ListAppender<ILoggingEvent>();
    said.start();
    var logger = (Logger) LoggerFactory.getLogger(Mongo.class);
    logger.addAppender(said);
    try {
      Mongo.open(MongoSettings.server(uri, directory)).close();
    } finally {
      logger.detachAppender(said);
    }

    assertThat(said.list.stream().anyMatch(e -> e.getMessage().contains("tls=true")))
        .isEqualTo(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mongodb://caucus:" + SECRET + "@127.0.0.1:1/caucus",
        "mongodb://caucus:" + SECRET,
        "mongodb://" + SECRET + "@/caucus",
        "chalk"
      })
  void anAddressThatIsNoneIsNotRepeated(String uri) {
    var failure = failure(uri);

    assertThat(failure)
        .isInstanceOf(DatabaseException.Refused.class)
        .hasMessageContaining("mongodb://[user:password@]host")
        .hasMessageContaining("%40");
    assertThat(messages(failure)).noneMatch(m -> m.contains("chalk") || m.contains("hills"));
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefusedAndNamedAsThat() throws Exception {
    try (StandIn set = StandIn.tls(Certified.in(directory))) {
      assertThat(failure(set.uri() + "&tls=true&" + BRIEFLY))
          .isInstanceOf(DatabaseException.Away.class)
          .hasMessageContaining("has no certificate that is trusted here")
          .hasMessageContaining("trust store")
          .hasMessageContaining("PKIX path building failed");
      assertThat(set.commands().names()).as("said to a stranger").isEmpty();
    }
  }

  @Test
  void aSetOfAnotherNameIsNotTaken() throws Exception {
    try (StandIn set = StandIn.plain()) {
      var failure = failure(set.uri().replace("rs0", "rs1") + "&" + BRIEFLY);

      assertThat(failure)
          .isInstanceOf(DatabaseException.Away.class)
          .hasMessageContaining("of that replica set");
    }
  }
}
