package org.caucus.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.mongo.Documents;
import org.caucus.mongo.Mongo;
import org.caucus.mongo.MongoSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes behind something that leads each request to another of them: what is begun at one
 * is ended at the other, and whoever runs them sees both.
 */
@Tag("slow")
class TwoNodesTest {
  @TempDir static Path directory;
  private static Nodes nodes;

  @BeforeAll
  static void start() throws Exception {
    nodes = new Nodes(directory, "lagos", "abuja");
    Nodes.Node lagos = nodes.start("demo", "lagos");
    lagos.child().started(lagos.base());
    Nodes.Node abuja = nodes.start("serve", "abuja");
    abuja.child().healthy(abuja.base());
  }

  @AfterAll
  static void stop() throws Exception {
    if (nodes != null) {
      nodes.close();
    }
  }

  private static String operator(String node, String... words) throws Exception {
    Path data = directory.resolve(node);
    Map<String, String> settings = House.environment(data, 0, nodes.mailbox.url());
    settings.put("CAUCUS_MONGODB_URI", nodes.uri());
    String[] line = new String[words.length + 1];
    line[0] = "org.caucus.Main";
    System.arraycopy(words, 0, line, 1, words.length);
    try (Child command = new Child(data, settings, line)) {
      assertThat(command.ended()).as(command.said()).isZero();
      return command.said();
    }
  }

  /** Those that have read something, by what is theirs to read on from. */
  private static Set<String> followers() throws IOException {
    try (Mongo mongo = Mongo.open(new MongoSettings(nodes.uri(), directory.resolve("look")))) {
      return mongo.documents("leases").findRange("", "~", Documents.READ_LIMIT).await().stream()
          .map(lease -> lease.getString("_id").getValue())
          .filter(name -> name.indexOf('/') > 0)
          .map(name -> name.substring(0, name.indexOf('/')))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void howFarFollowersAreIsToldAtEachNodeAndDisturbsNone() throws Exception {
    assertThat(followers()).contains("relay");
    for (String node : new String[] {"lagos", "abuja"}) {
      String said = operator(node, "followers");

      assertThat(followers()).allSatisfy(name -> assertThat(said).contains("\n" + name + " "));
      assertThat(said).contains("Nothing was given up.");
    }
    for (String node : new String[] {"lagos", "abuja"}) {
      assertThat(nodes.node(node).child().logged()).doesNotContain("Another Caucus", "--cluster");
    }
  }
}
