package org.caucus.messaging.inbound;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.audience.AudienceCommand;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterOrders;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Committed;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.Destination;
import org.caucus.messaging.inbound.pipeline.IncomingLetter;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.RefusalCounts;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.Verdict;
import org.caucus.messaging.inbound.pipeline.steps.PostingSteps;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Takes one letter to its ends: a verdict and a command for each address it came to. What it means
 * to say at two addresses alike (an answer address and the list beside it) is said once.
 */
final class VerdictExecutor {
  private final CommandBus<Workspace> floor;
  private final PostingSteps steps;
  private final InboundProcessor.Joining joining;

  VerdictExecutor(
      CommandBus<Workspace> floor, PostingSteps steps, InboundProcessor.Joining joining) {
    this.joining = joining;
    this.floor = floor;
    this.steps = steps;
  }

  RefusalCounts refusals() {
    return steps.counts();
  }

  /**
   * Puts the commands, in order, without waiting for them.
   *
   * @return when all are durable: whether anything needs its bytes any more
   */
  Future<Boolean> sort(InboxMessage stored, PendingMessage.Ready ready) {
    IncomingLetter incoming = ready.incoming();
    boolean again = ready.letter().again();
    Workspace workspace = floor.read(stored.workspace()).await();
    List<MessageTarget> taken = new ArrayList<>();
    List<Future<Committed>> ends = new ArrayList<>();
    boolean passedOn = false;
    for (Destination to : ordered(stored.destinations())) {
      Optional<Commit> past =
          again ? LetterHistory.of(workspace, stored.key(to)) : Optional.<Commit>empty();
      if (past.isPresent()) {
        LetterHistory.intent(past.get()).map(MessageTarget::bare).ifPresent(taken::add);
        passedOn |= LetterHistory.passedOn(past.get());
        continue;
      }
      Verdict verdict =
          steps.judge(PipelineContext.of(incoming, to, workspace, ready.writer(), ready.beside()));
      Optional<MessageTarget> intent = intent(verdict).map(MessageTarget::bare);
      if (intent.isPresent() && said(workspace, taken, intent.get())) {
        continue;
      }
      intent.ifPresent(taken::add);
      passedOn |= verdict instanceof Verdict.PassOn || verdict instanceof Verdict.ToConvenors;
      ends.add(put(new Judging(stored, incoming, workspace), to, verdict));
    }
    boolean needed = passedOn || !taken.isEmpty();
    return Future.all(ends).map(x -> needed);
  }

  /**
   * Asks a convenor about a letter that no step could read; where nobody can be asked, its sender
   * is told.
   *
   * @param sender whom it names as its author, or else its envelope; empty if nobody
   * @return whether somebody was asked at each of its addresses
   */
  Future<Boolean> giveUp(InboxMessage stored, String sender, Message why) {
    Workspace workspace = floor.read(stored.workspace()).await();
    UnreadVerdict unread = new UnreadVerdict(stored, sender, why);
    List<Future<Committed>> ends = new ArrayList<>();
    boolean asked = true;
    for (Destination to : stored.destinations()) {
      if (LetterHistory.of(workspace, stored.key(to)).isEmpty()) {
        Optional<MessageTarget> place = steps.placeOf(to, workspace);
        LetterCommand end = place.map(p -> unread.held(to, p)).orElseGet(() -> unread.ended(to));
        asked &= place.isPresent();
        ends.add(floor.submit(stored.workspace(), null, end, key(stored, to)));
      }
    }
    boolean all = asked;
    return Future.all(ends).map(all);
  }

  /** Answer addresses first: they say most exactly what is answered. */
  private static List<Destination> ordered(List<Destination> destinations) {
    return destinations.stream().sorted(Comparator.comparing(d -> d.detail().isEmpty())).toList();
  }

  private static Optional<MessageTarget> intent(Verdict verdict) {
    return switch (verdict) {
      // of orders nothing is kept but what they were
      case Verdict.Post v when v.intent() instanceof LetterOrders -> Optional.empty();
      case Verdict.Post v -> Optional.of(v.intent());
      case Verdict.Hold v -> Optional.of(v.intent());
      case Verdict.Refuse v -> Optional.empty();
      case Verdict.PassOn v -> Optional.empty();
      case Verdict.ToConvenors v -> Optional.empty();
      case Verdict.Join v -> Optional.empty();
      case Verdict.TakeBack v -> Optional.empty();
      case Verdict.Decide v -> Optional.empty();
      case Verdict.Drop v -> Optional.empty();
    };
  }

  /** The same intent, or a new thread on the list in which it answers already. */
  private static boolean said(
      Workspace workspace, List<MessageTarget> taken, MessageTarget intent) {
    return taken.contains(intent)
        || taken.stream()
            .anyMatch(
                t -> t instanceof LetterReply a && workspace.mail(intent).isBeside(a.parent()));
  }

  private static IdempotencyKey key(InboxMessage stored, Destination to) {
    return new IdempotencyKey(stored.key(to), stored.id());
  }

  /**
   * A letter and what was known when it was judged.
   *
   * @param workspace as it was then
   */
  private record Judging(InboxMessage stored, IncomingLetter incoming, Workspace workspace) {
    /** Not to be done if the same letter came in at another node since. */
    Command judged(Command command) {
      return incoming
          .letter()
          .messageId()
          .<Command>map(id -> new Command.Judged(command, stored.id(), id, workspace.sequence()))
          .orElse(command);
    }
  }

  private Future<Committed> put(Judging j, Destination to, Verdict verdict) {
    InboxMessage s = j.stored();
    IncomingLetter in = j.incoming();
    return switch (verdict) {
      case Verdict.Post v ->
          floor
              .submit(s.workspace(), v.seat(), j.judged(posting(in, v)), key(s, to))
              .recover(e -> refused(e).compose(why -> instead(j, to, turned(j, v, why))));
      case Verdict.Hold v ->
          orRefused(
              floor.submit(s.workspace(), null, j.judged(hold(in, to, v)), key(s, to)), j, to);
      case Verdict.Refuse v -> {
        var refusal =
            new LetterCommand.RefuseLetter(
                s.id(),
                to.address(),
                in.sender(),
                v.quiet() ? "" : in.letter().subject(),
                v.reasons(),
                in.isProven(),
                in.letter().messageId().orElse(null));
        yield floor.submit(s.workspace(), null, refusal, key(s, to));
      }
      case Verdict.PassOn v -> {
        var on = new LetterCommand.PassLetterOn(s.id(), v.from(), v.to(), s.blob().value());
        yield floor.submit(s.workspace(), null, on, key(s, to));
      }
      case Verdict.ToConvenors v -> {
        var on = new LetterCommand.PassToConvenors(s.id(), v.from(), v.to(), s.blob().value());
        yield orRefused(floor.submit(s.workspace(), null, on, key(s, to)), j, to);
      }
      case Verdict.Join v -> orRefused(join(j, to, v), j, to);
      case Verdict.TakeBack v -> takeBack(j, to, v);
      case Verdict.Decide v -> decide(j, to, v);
      case Verdict.Drop v ->
          floor.submit(
              s.workspace(), null, new LetterCommand.DropLetter(s.id(), v.reason()), key(s, to));
    };
  }

  /** They take their seat, and are sent what "help" tells. */
  private Future<Committed> join(Judging j, Destination to, Verdict.Join v) {
    InboxMessage s = j.stored();
    String control = j.workspace().members().slug() + "+" + AddressPlan.CONTROL;
    String domain = to.address().substring(to.address().indexOf('@'));
    return joining
        .join(s.workspace(), v, key(s, to))
        .compose(
            done -> {
              MessageTarget help = new LetterOrders("", control + domain, v.address());
              var asked = new LetterCommand.PostLetter(help, "", AddressPlan.HELP, null, null);
              IdempotencyKey next = new IdempotencyKey(s.key(to) + "/help", s.id());
              return floor
                  .submit(s.workspace(), new SeatId(done.thing()), asked, next)
                  .otherwise(done)
                  .map(done);
            });
  }

  /** If more can read it by then than the steps saw, its author is asked. */
  private static Command posting(IncomingLetter in, Verdict.Post v) {
    return new Command.Knowing(
        new LetterCommand.PostLetter(
            v.intent(), in.letter().subject(), v.text(), in.kept(), v.audience()),
        v.readers().wire());
  }

  private Future<Committed> decide(Judging j, Destination to, Verdict.Decide verdict) {
    InboxMessage s = j.stored();
    return floor
        .submit(s.workspace(), verdict.seat(), verdict.command(), key(s, to))
        .recover(
            e -> refused(e).compose(why -> instead(j, to, Verdict.Refuse.quietly(why.message()))));
  }

  private Future<Committed> takeBack(Judging j, Destination to, Verdict.TakeBack verdict) {
    InboxMessage s = j.stored();
    var back = new AudienceCommand.Recall(verdict.of(), verdict.received(), s.id());
    return orRefused(floor.submit(s.workspace(), verdict.author(), back, key(s, to)), j, to);
  }

  /** Its author is told why, where the room says no. */
  private Future<Committed> orRefused(Future<Committed> done, Judging j, Destination to) {
    return done.recover(
        e -> refused(e).compose(why -> instead(j, to, new Verdict.Refuse(List.of(why.message())))));
  }

  /** The place refuses what the steps decided. */
  private Future<Committed> instead(Judging j, Destination to, Verdict verdict) {
    steps.counts().ended(verdict, RefusalCounts.COMMAND);
    return put(j, to, verdict);
  }

  /** What the room says no to: the place is closed to this seat since, or the words do not fit. */
  private static Verdict turned(Judging j, Verdict.Post post, Refusal why) {
    if (post.intent() instanceof LetterOrders) {
      return new Verdict.Refuse(List.of(RefusalMessages.NO_ORDERS));
    }
    if (why.isWidened()) {
      Message asks =
          hasFewerReaders(j.workspace(), post) ? RefusalMessages.CHANGES : RefusalMessages.WIDENED;
      return held(post, post.seat(), Hold.Awaits.SENDER, asks);
    }
    return why.kind() == Refusal.Kind.ABSENT
        ? held(post, null, Hold.Awaits.CONVENOR, RefusalMessages.STRANGER)
        : new Verdict.Refuse(List.of(why.message()));
  }

  /** Than what it answers, as it was judged: then it is a change there that more would see. */
  private static boolean hasFewerReaders(Workspace then, Verdict.Post post) {
    return post.intent() instanceof LetterReply answer
        && then.scopeOf(answer.parent())
            .filter(all -> !then.access().isWithin(all, post.readers()))
            .isPresent();
  }

  private static Verdict held(
      Verdict.Post post, @Nullable SeatId seat, Hold.Awaits awaits, Message why) {
    return new Verdict.Hold(
        post.intent(), seat, awaits, post.text(), List.of(why), post.audience(), false);
  }

  private static Future<Refusal> refused(Throwable failure) {
    return failure instanceof Refusal r ? Future.succeededFuture(r) : Future.failedFuture(failure);
  }

  private static LetterCommand hold(IncomingLetter in, Destination to, Verdict.Hold v) {
    return new LetterCommand.HoldLetter(
        v.intent(),
        to.address(),
        in.sender(),
        v.seat(),
        v.awaits(),
        in.letter().subject(),
        v.text(),
        v.seat() == null ? in.keptByStranger() : in.kept(),
        v.reasons(),
        v.audience(),
        v.unproven(),
        v.reasons().equals(List.of(RefusalMessages.ANNOUNCED)));
  }
}
