package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.reactions.ReactionEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer of one word of thanks is a reaction, unless more comes with it. */
class ReactionByMailTest extends LetterWriting {
  private static final String AMINA = "amina@rights.example";
  private static final String LIST = "coalition@caucus.example";
  private static final String ANSWERS = "In-Reply-To: <m1@press.example>\n";

  @BeforeEach
  void aMessageIsThere() throws IOException {
    send("m1@press.example", BOLA, LIST, "Memo", "", "The memo is due.");
  }

  private void thanks(String from, String above) throws IOException {
    mail(from, LIST, "Re: Memo", ANSWERS, above + "Thank you!\n\n> The memo is due.");
  }

  private void thanksWithFile() throws IOException {
    mail(
        CHIKA,
        LIST,
        "Re: Memo",
        ANSWERS + "Content-Type: multipart/mixed; boundary=b\n",
        """
        --b
        Content-Type: text/plain

        Thank you!

        --b
        Content-Type: application/pdf
        Content-Disposition: attachment; filename=terms.pdf

        %PDF
        --b--\
        """);
  }

  private long posts() {
    return office.events(EntryEvent.EntryPosted.class).size();
  }

  private int reactions() {
    return office.events(ReactionEvent.ReactionAdded.class).size();
  }

  @Test
  void withFileItIsPosted() throws IOException {
    thanksWithFile();

    assertThat(reactions()).isZero();
    assertThat(office.events(EntryEvent.EntryPosted.class).getLast().letter().attachments())
        .hasSize(1);
  }

  @Test
  void aConvenorReadsAFileFirstWhateverWordComesWithIt() throws IOException {
    long before = posts();
    office.submit("amina", new LetterCommand.ModerateSeat(office.seats.get("chika"), true));
    thanksWithFile();

    assertThat(posts()).isEqualTo(before);
    assertThat(office.events(LetterEvent.LetterHeld.class)).hasSize(1);

    thanks(CHIKA, "");
    assertThat(reactions()).as("a word alone says nothing").isEqualTo(1);
  }

  @Test
  void whatIsForFewerIsPostedToThem() throws IOException {
    thanks(AMINA, "Audience: civil society\n\n");

    assertThat(reactions()).isZero();
    assertThat(office.events(LetterEvent.LetterHeld.class)).isEmpty();
    assertThat(office.events(EntryEvent.EntryPosted.class).getLast().audience())
        .isEqualTo(Audience.civilSociety());
  }
}
