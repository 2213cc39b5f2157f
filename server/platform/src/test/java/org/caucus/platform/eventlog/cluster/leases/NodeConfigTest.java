package org.caucus.platform.eventlog.cluster.leases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.caucus.kernel.support.Clocks;
import org.caucus.platform.eventlog.Installation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes of one database that were not set alike, or whose clocks are apart, and what they say. */
@Tag("slow")
class NodeConfigTest {
  private static final String DOMAIN = "CAUCUS_DOMAIN";
  private static final String NOTICES = "CAUCUS_NOTICE_SECONDS";

  @TempDir Path directory;
  private Installation caucus;

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
  }

  @AfterEach
  void close() {
    caucus.close();
  }

  private NodeConfig terms(String name, String domain, String seconds) {
    return new NodeConfig(caucus.vault(), name, Map.of(DOMAIN, domain), Map.of(NOTICES, seconds));
  }

  private static void names(Node node, String words) {
    Awaitility.await()
        .atMost(Clocks.LONG)
        .until(() -> node.unlike().stream().anyMatch(u -> u.contains(words)));
  }

  @Test
  void whereNodesAreAlikeThereIsNothingToSay() {
    try (Node lagos = Node.among(caucus.mongo(), terms("lagos:7800", "lists.example", "60"));
        Node abuja = Node.among(caucus.mongo(), terms("abuja:7800", "lists.example", "60"))) {
      Awaitility.await()
          .atMost(Clocks.LONG)
          .until(() -> lagos.living() == 2 && abuja.living() == 2);

      assertThat(lagos.unlike()).isEmpty();
      assertThat(abuja.unlike()).isEmpty();
    }
  }

  @Test
  void oneWithAnotherDomainDoesNotStartBesideOneThatLives() {
    try (Node lagos = Node.among(caucus.mongo(), terms("lagos:7800", "lists.example", "60"))) {
      NodeConfig other = terms("abuja:7800", "elsewhere.example", "60");

      assertThatThrownBy(() -> Node.among(caucus.mongo(), other))
          .isInstanceOf(IncompatibleNode.class)
          .hasMessageStartingWith("CAUCUS_DOMAIN is not the same at this node and at lagos:7800")
          .hasMessageContaining("stop all nodes first")
          .hasMessageNotContaining("example");

      assertThat(caucus.mongo().documents("nodes").count().await()).isEqualTo(1);
      assertThat(lagos.isSure()).isTrue();
    }
  }

  @Test
  void oneWithAnotherDomainStartsOnceTheOthersAreSurelyDead() {
    AtomicLong nanos = new AtomicLong();
    Node dead =
        new Node(
            caucus.mongo(),
            false,
            nanos::get,
            terms("lagos:7800", "lists.example", "60"),
            System::currentTimeMillis);
    dead.begin();

    // a lease is over in a quarter of its time
    try (Node abuja =
        new Node(
                caucus.mongo(),
                false,
                () -> 4 * System.nanoTime(),
                terms("abuja:7800", "elsewhere.example", "60"),
                System::currentTimeMillis)
            .started()) {
      assertThat(abuja.lives(dead.id()).await()).isFalse();
    }
  }

  @Test
  void whatOnlyConfusesIsNamedAtBothAndItsValueNowhere() {
    try (Node lagos = Node.among(caucus.mongo(), terms("lagos:7800", "lists.example", "61"));
        Node abuja = Node.among(caucus.mongo(), terms("abuja:7800", "lists.example", "7"))) {
      names(lagos, "CAUCUS_NOTICE_SECONDS is not the same at this node and at abuja:7800");
      names(abuja, "CAUCUS_NOTICE_SECONDS is not the same at this node and at lagos:7800");

      var records = caucus.mongo().documents("nodes").findRange("", "~", 10).await();
      assertThat(records).hasSize(2);
      assertThat(records.toString())
          .doesNotContain("lagos", "abuja", "lists.example", "CAUCUS_NOTICE_SECONDS");
    }
  }

  @Test
  void clocksThatAreAMinuteApartAreNamedAndThoseThatAreNotAreNot() {
    NodeConfig ahead = terms("abuja:7800", "lists.example", "60");
    try (Node lagos = Node.among(caucus.mongo(), terms("lagos:7800", "lists.example", "60"));
        Node abuja =
            new Node(
                    caucus.mongo(),
                    false,
                    System::nanoTime,
                    ahead,
                    () -> System.currentTimeMillis() + Duration.ofMinutes(1).toMillis())
                .started()) {
      names(lagos, "The clocks of this node and of abuja:7800 are more than 45 s apart.");
      names(abuja, "The clocks of this node and of lagos:7800 are more than 45 s apart.");
    }
  }

  @Test
  void aNodeOfAVersionThatSaysNothingIsComparedInNothing() {
    try (Node old = Node.among(caucus.mongo());
        Node lagos = Node.among(caucus.mongo(), terms("lagos:7800", "lists.example", "60"))) {
      Awaitility.await().atMost(Clocks.LONG).until(() -> lagos.living() == 2 && old.living() == 2);

      assertThat(lagos.unlike()).isEmpty();
    }
  }
}
