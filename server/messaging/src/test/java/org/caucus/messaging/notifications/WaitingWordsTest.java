package org.caucus.messaging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.moderation.LetterCommand;
import org.junit.jupiter.api.Test;

/** Anyone who waits for a convenor's word is not asked for it. */
class WaitingWordsTest extends AtPostOffice {
  @Test
  void theAuthorOfWhatWaitsIsNotAskedToDecideIt() {
    office.submit("ada", new LetterCommand.StopList("caucus", true));
    office.submit(
        "ben",
        new ListCommand.StartThread("caucus", "Draft", Post.web("Part I is done.", null, null)));
    office.delivered();

    assertThat(office.lettersOf("ada"))
        .anyMatch(l -> l.value("Subject").orElse("").equals("Message pending: Draft"));
    assertThat(office.lettersOf("ben"))
        .noneMatch(l -> l.value("Subject").orElse("").equals("Message pending: Draft"));
  }
}
