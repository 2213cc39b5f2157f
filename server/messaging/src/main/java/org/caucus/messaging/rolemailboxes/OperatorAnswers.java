package org.caucus.messaging.rolemailboxes;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.inbound.OperatorMailbox;
import org.caucus.messaging.inbound.RetainedLetters;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;

/**
 * What operators answer and pass on from the shell. Their words are kept here, sealed, for as long
 * as the letter may wait to be sent and no longer; the letter is written when it leaves, as all
 * mail is.
 */
public final class OperatorAnswers {
  /** Characters of an answer or a note. */
  public static final int MOST_CHARS = 20_000;

  /** Letters that all operators together may send from the shell in a day. */
  public static final int MOST_A_DAY = 100;

  private static final Duration DAY = Duration.ofDays(1);

  /** Longer than a letter is tried. */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final int PAGE = 500;
  private static final String WORDS = "words";

  private final SealedCollection words;
  private final OperatorMailbox shelf;
  private final InstantSource clock;

  /** Nothing was sent, and why, in a sentence for operators. */
  public static final class NotSent extends Exception {
    private static final long serialVersionUID = 1;

    NotSent(String why) {
      super(why);
    }
  }

  /** Those of this database. */
  public OperatorAnswers(Mongo mongo, Vault vault, InstantSource clock) {
    this.words = new SealedCollection(mongo.documents("operator-words"), vault, WorkspaceId.SYSTEM);
    this.shelf = new OperatorMailbox(mongo, vault);
    this.clock = clock;
  }

  /** What an operator wrote for a letter that waits to be sent; empty once it is gone. Blocks. */
  Optional<String> of(JsonObject payload) {
    return words
        .find(payload.getString(WORDS))
        .await()
        .map(found -> new String(found.plain(), StandardCharsets.UTF_8));
  }

  /** Whether a parcel is one of an operator at the shell. */
  static boolean wrote(JsonObject payload) {
    return payload.containsKey(WORDS);
  }

  /** The answer to a letter, to be put into the queue. Blocks. */
  public DeliveryBatch reply(String letter, String text) throws NotSent {
    RetainedLetters kept = letter(letter);
    Optional<MailAddress> whom =
        shelf
            .octets(kept.id())
            .flatMap(o -> AnswerableSenders.answerable(RawLetter.of(o), kept.sender()));
    if (whom.isEmpty()) {
      throw new NotSent(
          "A program sent this letter, or it names no author or several: it cannot be answered.");
    }
    checked(text, 1);
    return parcel(OperatorReply.KIND, "of", kept, whom.get(), text);
  }

  /**
   * A letter passed on to somebody else, to be put into the queue. Blocks.
   *
   * @param note before the letter's words; may be empty
   */
  public DeliveryBatch forward(String letter, MailAddress to, String note) throws NotSent {
    RetainedLetters kept = letter(letter);
    checked(note, 0);
    return parcel(PassedOnLetter.KIND, "letter", kept, to, note);
  }

  private RetainedLetters letter(String id) throws NotSent {
    RetainedLetters kept =
        shelf
            .find(id)
            .orElseThrow(() -> new NotSent("There is no such letter. See: caucus mailbox"));
    if (!kept.operators()) {
      throw new NotSent("It was written to a coalition, whose words operators do not read.");
    }
    return kept;
  }

  private static void checked(String text, int least) throws NotSent {
    if (text.strip().length() < least || text.length() > MOST_CHARS) {
      throw new NotSent(
          "The text has %d characters. It may have %d to %d."
              .formatted(text.strip().length(), least, MOST_CHARS));
    }
    if (text.chars().anyMatch(c -> Character.isISOControl(c) && "\r\n\t".indexOf(c) < 0)) {
      throw new NotSent("The text has control characters. Write it as plain text.");
    }
  }

  private DeliveryBatch parcel(
      String kind, String of, RetainedLetters kept, MailAddress to, String text) throws NotSent {
    Instant now = clock.instant();
    tidy(now);
    if (sentSince(now.minus(DAY)) >= MOST_A_DAY) {
      throw new NotSent(
          MOST_A_DAY + " letters were sent from the shell in a day. Nothing was sent; wait.");
    }
    String id = HexFormat.of().toHexDigits(now.toEpochMilli()) + RandomIds.random();
    byte[] plain = text.strip().getBytes(StandardCharsets.UTF_8);
    words.insert(id, now.plus(KEPT).toEpochMilli(), plain).await();
    return DeliveryBatch.of(
        DeliveryBatch.id(kind, id, to.toString()),
        null,
        kind,
        new JsonObject().put(of, kept.id()).put(WORDS, id),
        List.of(to.toString()),
        now);
  }

  private int sentSince(Instant since) {
    String from = HexFormat.of().toHexDigits(since.toEpochMilli());
    return words.ids(from, "~", MOST_A_DAY).await().size();
  }

  private void tidy(Instant now) {
    List<String> old =
        words.due(now.toEpochMilli(), PAGE).await().stream()
            .map(SealedCollection.Entry::id)
            .toList();
    words.removeAll(old).await();
  }
}
