package org.caucus.messaging.notifications.digests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.Shown;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.kernel.Ref;
import org.caucus.messaging.notifications.PostOffice;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Over random posts, choices, narrowings, mornings and records that are read again: each post comes
 * to each seat that may read it once, in a letter or in a digest, as the seat had chosen; and to no
 * other.
 */
class OncePropertiesTest {
  private static final int STEPS = 70;
  private static final List<String> PEOPLE = List.of("ada", "ben", "lin");
  private static final List<Delivery> MODES = List.of(Delivery.values());

  @TempDir Path directory;

  /** What is expected for one post and seat. */
  private enum Expected {
    IN_A_LETTER,
    IN_A_DIGEST,
    SENT,
    NOT_AT_ALL
  }

  private final Map<String, Delivery> modes = new HashMap<>();
  private final Map<String, Map<String, Expected>> expected = new HashMap<>();
  private final Map<String, String> threads = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_125L})
  void eachPostComesOnceToEachWhoMayReadIt(long seed) {
    Random random = new Random(seed);
    try (PostOffice office = new PostOffice(directory).founded()) {
      PEOPLE.forEach(p -> modes.put(p, Delivery.EACH));
      for (int step = 0; step < STEPS; step++) {
        step(office, random, step);
      }
      tomorrow(office);
      tomorrow(office);
      compare(office, seed);
    }
  }

  private void step(PostOffice office, Random random, int step) {
    int dice = random.nextInt(20);
    if (dice < 11) {
      post(office, random, "topic" + (1000 + step) + "x");
    } else if (dice < 15) {
      choose(office, random);
    } else if (dice < 16) {
      narrow(office, random);
    } else if (dice < 17) {
      tomorrow(office);
    } else if (dice < 18) {
      letters(office);
    } else {
      office.followed();
      office.readsAgain(1 + random.nextInt((int) office.state().sequence()));
    }
  }

  private void post(PostOffice office, Random random, String topic) {
    String author = PEOPLE.get(random.nextInt(PEOPLE.size()));
    boolean among = random.nextInt(3) == 0 && !author.equals("lin");
    Audience audience = among ? Audience.civilSociety() : null;
    String thread =
        office.submit(
            author, new ListCommand.StartThread("coalition", topic, Post.web("x", null, audience)));
    threads.put(topic, thread);
    Map<String, Expected> byPerson = new HashMap<>();
    for (String person : PEOPLE) {
      boolean reads = !person.equals(author) && !(among && person.equals("lin"));
      byPerson.put(person, reads ? by(modes.get(person)) : Expected.NOT_AT_ALL);
    }
    expected.put(topic, byPerson);
  }

  private static Expected by(Delivery mode) {
    return switch (mode) {
      case EACH -> Expected.IN_A_LETTER;
      case DIGEST, MIME_DIGEST, SUMMARY -> Expected.IN_A_DIGEST;
      case SPECIAL, NONE -> Expected.NOT_AT_ALL;
    };
  }

  private void choose(PostOffice office, Random random) {
    String person = PEOPLE.get(random.nextInt(PEOPLE.size()));
    Delivery mode = MODES.get(random.nextInt(MODES.size()));
    letters(
        office); // anyone who wants none any more gets none of what waits: not what is asked here
    if (mode == Delivery.NONE) {
      tomorrow(office);
    }
    office.submit(person, new ListCommand.SetDelivery("coalition", mode));
    modes.put(person, mode);
  }

  private void narrow(PostOffice office, Random random) {
    List<String> topics = new ArrayList<>(threads.keySet().stream().sorted().toList());
    if (topics.isEmpty()) {
      return;
    }
    letters(office);
    String topic = topics.get(random.nextInt(topics.size()));
    Ref thread = Ref.to(Ref.Kind.THREAD, threads.get(topic));
    var there = office.state().lists().thread(thread.id()).orElseThrow();
    boolean open = there.audience().equals(Audience.everyone());
    if (open && !there.startedBy().equals(office.seat("lin"))) {
      office.submit(
          "ada", Shown.change(office.state(), office.seat("ada"), thread, Audience.civilSociety()));
      expected
          .get(topic)
          .computeIfPresent("lin", (p, e) -> e == Expected.SENT ? e : Expected.NOT_AT_ALL);
    }
  }

  private void letters(PostOffice office) {
    office.delivered();
    sent(Expected.IN_A_LETTER);
  }

  private void tomorrow(PostOffice office) {
    office.later(Duration.ofHours(25)).delivered();
    sent(Expected.IN_A_LETTER);
    sent(Expected.IN_A_DIGEST);
  }

  private void sent(Expected what) {
    expected.values().forEach(e -> e.replaceAll((p, was) -> was == what ? Expected.SENT : was));
  }

  private void compare(PostOffice office, long seed) {
    int checked = 0;
    for (String person : PEOPLE) {
      List<String> mail =
          office.lettersOf(person).stream()
              .map(l -> new String(l.toBytes(), StandardCharsets.UTF_8))
              .toList();
      for (var topic : expected.entrySet()) {
        long in = mail.stream().filter(m -> m.contains(topic.getKey())).count();
        boolean comes = topic.getValue().get(person) == Expected.SENT;
        assertThat(in)
            .as("%s for %s with seed %d", topic.getKey(), person, seed)
            .isEqualTo(comes ? 1 : 0);
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(60);
  }
}
