package org.caucus.messaging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Test;

/** No letter names an update without the terms under which it was said. */
class UpdateTermsTest extends AtPostOffice {
  @Test
  void whateverIsToldOfAnUpdateSaysOnWhichTermsItWasSaid() {
    String update =
        office.submit(
            "lin",
            new UpdateCommand.PostUpdate(
                null,
                Update.Kind.STATUS,
                Update.Stage.NOTED,
                "We may leave the market",
                "It is not decided.",
                Update.Attribution.OFF_RECORD,
                null,
                null));
    office.delivered();
    office.submit("lin", new UpdateCommand.ReachStage(update, Update.Stage.DECIDED, ""));
    office.delivered();
    office.submit(
        "ada", new UpdateCommand.CommentUpdate(update, Post.web("Since when?", null, null)));
    office.delivered();

    List<RawLetter> letters =
        Stream.concat(office.lettersOf("ben").stream(), office.lettersOf("lin").stream())
            .filter(l -> l.value("Subject").orElse("").contains("leave the market"))
            .toList();
    // a list of letters and a locked phone show the subject alone
    assertThat(letters)
        .allMatch(l -> l.value("Subject").orElse("").contains("leave the market (off the record)"));
    List<String> told = letters.stream().map(l -> ParsedLetter.of(l).text()).toList();
    assertThat(told).hasSize(3).allMatch(text -> text.contains("off the record"));
  }
}
