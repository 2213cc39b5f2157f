package org.caucus.messaging.rolemailboxes;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.caucus.mail.message.Automation;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.messaging.distribution.headers.ListHeaders;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.inbound.Inbox;
import org.caucus.messaging.inbound.OperatorMailbox;
import org.caucus.messaging.inbound.RetainedLetters;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.Destination;
import org.caucus.messaging.inbound.pipeline.IncomingLetter;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.ratelimit.TokenBuckets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forwards letters to the operators, and sends on what they answer. */
public final class OperatorMail implements Inbox.Operators {
  /** Letters forwarded in a day; more are kept and listed, and forwarded to nobody. */
  static final int FORWARDED_A_DAY = 200;

  /** Hosts a letter has passed, after which it is going in a circle. */
  private static final int MAX_HOPS = 30;

  /** How long the outbox has before the sender is asked to come again. */
  private static final Duration STORE_TIMEOUT = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(OperatorMail.class);

  private final Outbox outbox;
  private final Runnable bell;
  private final List<MailAddress> operators;
  private final Proof proof;
  private final OperatorMailbox shelf;
  private final OperatorReplyAddresses answers;
  private final TokenBuckets forwarded;
  private final InstantSource clock;

  /** Whether a letter is proven to be of its author, and to be written to this address. */
  public interface Proof {
    /** May look names up, and block. */
    boolean of(IncomingLetter incoming, String address);
  }

  /**
   * Sends to these operators.
   *
   * @param bell rung after something was put
   */
  public OperatorMail(
      Outbox outbox,
      Runnable bell,
      List<MailAddress> operators,
      Proof proof,
      Vault vault,
      OperatorMailbox shelf,
      InstantSource clock) {
    this.outbox = outbox;
    this.bell = bell;
    this.operators = operators;
    this.proof = proof;
    this.shelf = shelf;
    this.answers = new OperatorReplyAddresses(vault, shelf);
    this.forwarded =
        new TokenBuckets(clock, new TokenBuckets.Limit(FORWARDED_A_DAY, Duration.ofDays(1)));
    this.clock = clock;
  }

  /** Those who write what is forwarded, and the answers. */
  public static List<Composer> composers(
      OperatorMailbox shelf, OperatorAnswers answers, Vault vault, Site site) {
    return List.of(
        new ForwardedLetter(shelf, new OperatorReplyAddresses(vault, shelf), site),
        new OperatorReply(shelf, answers, site),
        new PassedOnLetter(shelf, answers, site));
  }

  @Override
  public void arrived(RetainedLetters letter, IncomingLetter incoming) {
    Optional<Destination> answer =
        letter.to().stream()
            .filter(to -> to.detail().startsWith(AddressPlan.OPERATORS_ANSWER))
            .findFirst();
    if (answer.isEmpty()) {
      forward(letter, incoming, false);
    } else if (Automation.of(incoming.raw(), incoming.envelopeSender()).isPresent()) {
      LOG.info("letter {} is an automatic answer: it stays on the shelf", letter.id());
    } else {
      answered(letter, incoming, answer.get());
    }
  }

  /** An answer that is not an operator's for sure is another letter to them, and says so. */
  private void answered(RetainedLetters letter, IncomingLetter incoming, Destination to) {
    String ticket = to.detail().substring(AddressPlan.OPERATORS_ANSWER.length());
    Optional<RetainedLetters> first = answers.open(ticket);
    Optional<MailAddress> whom =
        first.flatMap(
            kept ->
                shelf
                    .octets(kept.id())
                    .flatMap(o -> AnswerableSenders.answerable(RawLetter.of(o), kept.sender())));
    if (whom.isPresent() && isOperators(incoming) && proof.of(incoming, to.address())) {
      JsonObject payload =
          new JsonObject().put("of", first.orElseThrow().id()).put("answer", letter.id());
      put(OperatorReply.KIND, payload, List.of(whom.get()), letter.id());
      return;
    }
    forward(letter, incoming, true);
  }

  private boolean isOperators(IncomingLetter incoming) {
    return incoming
        .author()
        .filter(author -> operators.stream().anyMatch(author.address()::sameAs))
        .isPresent();
  }

  /** What came from here is not sent there again, nor what programs say to what people wrote. */
  private void forward(RetainedLetters letter, IncomingLetter incoming, boolean unsent) {
    RawLetter raw = incoming.raw();
    boolean circling =
        raw.value(ListHeaders.LOOP).isPresent() || raw.values("Received").size() > MAX_HOPS;
    boolean reply =
        raw.values("Auto-Submitted").stream().anyMatch(v -> v.strip().startsWith("auto-replied"))
            || Automation.of(raw, incoming.envelopeSender())
                .filter(Automation.AUTO_REPLY::equals)
                .isPresent();
    if (operators.isEmpty() || circling || reply) {
      return;
    }
    if (forwarded.count("all") > 0) {
      LOG.warn("letter {} to the operators is not forwarded: too many in a day", letter.id());
      return;
    }
    JsonObject payload = new JsonObject().put("letter", letter.id()).put("unsent", unsent);
    put(ForwardedLetter.KIND, payload, operators, letter.id());
  }

  private void put(String kind, JsonObject payload, List<MailAddress> to, String letter) {
    List<Future<Void>> all =
        to.stream()
            .map(MailAddress::toString)
            .map(
                who ->
                    DeliveryBatch.of(
                        DeliveryBatch.id(kind, letter, who),
                        null,
                        kind,
                        payload,
                        List.of(who),
                        clock.instant()))
            .map(outbox::put)
            .toList();
    Future.all(all).timeout(STORE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).await();
    bell.run();
  }
}
