package org.caucus.messaging.inbound.leakguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.CHIKA;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.kernel.Ref;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.Test;

/**
 * What was said long ago is forgotten by the guard of quotes; but not for how much was said since
 * that the person who quotes it cannot read: they would learn how much that is.
 */
class HiddenWordsTest {
  private static final String PLAN =
      "We drop the fee for appeals in March and say so at the hearing, unless the agency moves the"
          + " date of the consultation once more before the end of the month.";

  private static EntryEvent said(String id, Audience audience, String text) {
    return new EntryEvent.EntryPosted(
        id, Ref.to(Ref.Kind.THREAD, "t1"), null, AMINA, audience, text, Channel.WEB, null);
  }

  private static Given planned() {
    return Given.coalition()
        .and(
            new ListEvent.ThreadStarted("t1", "coalition", "Plan", Audience.everyone(), AMINA),
            said("plan", Audience.withCompany("chirp"), PLAN));
  }

  /** So many words that two generations of fingerprints are full of them. */
  private static Given muchElse(Given given, Audience audience) {
    Random random = new Random(7);
    Given much = given;
    int texts = 2 + 2 * FingerprintTable.MAX * 3 / TextFingerprint.MAX_WORDS;
    for (int i = 0; i < texts; i++) {
      String words =
          random
              .ints(TextFingerprint.MAX_WORDS)
              .mapToObj(n -> Integer.toString(n, Character.MAX_RADIX))
              .collect(Collectors.joining(" "));
      much = much.and(said("h" + i, audience, words));
    }
    return much;
  }

  private static boolean isWarned(Given given) {
    return new QuoteDetector()
        .find(given.state(), CHIKA, Scope.place(Audience.everyone()), List.of("> " + PLAN))
        .isPresent();
  }

  @Test
  void howMuchIsHiddenMakesNoWordsForgotten() {
    assertThat(isWarned(planned())).isTrue();
    assertThat(isWarned(muchElse(planned(), Audience.civilSociety()))).isTrue();
    assertThat(isWarned(muchElse(planned(), Audience.withCompany("chirp")))).isFalse();
  }
}
