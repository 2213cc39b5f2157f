package org.caucus.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.caucus.platform.eventlog.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes that share a server share nothing else there. */
class GivenDatabaseTest {
  @ParameterizedTest
  @CsvSource({
    "mongodb://db1/caucus, mongodb://db1/own",
    "mongodb://db1, mongodb://db1/own",
    "mongodb://db1/, mongodb://db1/own",
    "'mongodb://db1,db2/caucus?replicaSet=rs0', 'mongodb://db1,db2/own?replicaSet=rs0'",
    "mongodb://db1/?tls=true, mongodb://db1/own?tls=true",
    "mongodb://a:b@db1/caucus, mongodb://a:b@db1/own?authSource=caucus",
    "mongodb://a:b@db1/?tls=true, mongodb://a:b@db1/own?tls=true&authSource=admin",
    "mongodb://a:b@db1/caucus?authSource=admin, mongodb://a:b@db1/own?authSource=admin",
  })
  void anAddressKeepsAllButItsDatabase(String given, String own) {
    assertThat(GivenDatabase.in(given, "own")).isEqualTo(own);
  }

  @Test
  void eachHasKeysOfItsOwnAndIsDropped(@TempDir Path first, @TempDir Path second) throws Exception {
    try (RemoteMongo server = new RemoteMongo()) {
      GivenDatabase one = GivenDatabase.on(server.uri(), "ATest");
      GivenDatabase other = GivenDatabase.on(server.uri(), "ATest");
      try (Installation a = Installation.open(MongoSettings.server(one.uri(), first));
          Installation b = Installation.open(MongoSettings.server(other.uri(), second))) {
        a.workspace();
        b.workspace();
        assertThat(a.mongo().collections().await()).isNotEmpty();

        one.close();

        assertThat(a.mongo().collections().await()).isEmpty();
        assertThat(b.mongo().collections().await()).isNotEmpty();
      }
    }
  }
}
