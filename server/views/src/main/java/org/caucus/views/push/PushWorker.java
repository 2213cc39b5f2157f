package org.caucus.views.push;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Message;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.jobs.Job;
import org.caucus.platform.jobs.JobScheduler;
import org.caucus.platform.ratelimit.ConcurrencySlots;
import org.caucus.platform.store.DatabaseException;
import org.caucus.views.inbox.NotificationInbox;
import org.caucus.views.inbox.NotificationInbox.Ring;
import org.caucus.views.inbox.ReadStates;
import org.caucus.workspace.Commit;
import org.caucus.workspace.PasskeyPolicy;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.WorkspaceAt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the pushes that are due. What a device is told is asked for at that moment: whether its
 * sign-in lasts, its seat is active, comes in, may read it and has not read it yet. Any node may
 * send; a push is taken before it is sent.
 */
public final class PushWorker {
  /** What is not delivered after this is let go, here and by push services. */
  static final Duration TTL = Duration.ofHours(12);

  /** A device that took nothing for so long is removed. */
  static final Duration LONGEST_FAILURE = Duration.ofDays(14);

  /** Pushes sent at a time on a node, and of these those of one workspace. */
  static final int AT_ONCE = 64;

  static final int OF_WORKSPACE = 32;

  /** A push that was taken is free again after this: its node died. */
  private static final Duration TAKEN = Duration.ofMinutes(1);

  /** Pushes looked at in one go. */
  private static final int LOOKED_AT = 500;

  /** A timer rings this long after its time, so that what it is for is due by then. */
  private static final long AFTER_MILLIS = 2;

  private static final String ALL = "";

  private static final Logger LOG = LoggerFactory.getLogger(PushWorker.class);

  private final Vertx vertx;
  private final CommandBus<Workspace> floor;
  private final PushStore store;
  private final ReadStates readings;
  private final PushSender sender;
  private final SignIns signIns;
  private final PasskeyPolicy threshold;
  private final Function<String, Language> languages;
  private final InstantSource clock;
  private final ConcurrencySlots under = new ConcurrencySlots();

  /** Knows which sign-ins last. */
  @FunctionalInterface
  public interface SignIns {
    /** Whether this sign-in of this person has not ended. */
    Future<Boolean> lasts(String person, String signIn);
  }

  /**
   * The sender of what is due.
   *
   * @param threshold what it takes to come in: who stays outside is told nothing
   * @param languages of people, by their ids; may block
   */
  public PushWorker(
      Vertx vertx,
      CommandBus<Workspace> floor,
      PushStore store,
      ReadStates readings,
      PushSender sender,
      SignIns signIns,
      PasskeyPolicy threshold,
      Function<String, Language> languages,
      InstantSource clock) {
    this.vertx = vertx;
    this.floor = floor;
    this.store = store;
    this.readings = readings;
    this.sender = sender;
    this.signIns = signIns;
    this.threshold = threshold;
    this.languages = languages;
    this.clock = clock;
  }

  /** The clock that has them sent. */
  public JobScheduler clock() {
    return new JobScheduler("pushes", JobScheduler.PROMPT, this::look, clock);
  }

  /** Sends it after this time, without waiting for a look. */
  public void soon(String id, Duration wait) {
    if (wait.compareTo(JobScheduler.PROMPT) <= 0) {
      vertx.setTimer(wait.toMillis() + AFTER_MILLIS, t -> apart(() -> begin(id)));
    }
  }

  private void begin(String id) {
    store.jobs().find(id).await().filter(this::isDue).ifPresent(this::begin);
  }

  private boolean isDue(Job<PushJob> push) {
    return push.due().filter(due -> !due.isAfter(clock.instant())).isPresent();
  }

  private void look(Instant now) {
    store.jobs().due(now, LOOKED_AT).await().forEach(this::begin);
  }

  /** Begins it, if there is room; else it waits for the next look. */
  private void begin(Job<PushJob> push) {
    String workspace = push.what().workspace().value();
    if (under.take(Map.of(ALL, AT_ONCE, workspace, OF_WORKSPACE))) {
      apart(
          () -> {
            try {
              see(push);
            } finally {
              under.giveBack(List.of(ALL, workspace));
            }
          });
    }
  }

  private static void apart(Runnable work) {
    Thread.startVirtualThread(
        () -> {
          try {
            work.run();
          } catch (DatabaseException | LogException | IllegalStateException e) {
            LOG.warn("a push waits: {}", e.getClass().getSimpleName());
          }
        });
  }

  private void see(Job<PushJob> push) {
    Instant until = clock.instant().plus(TAKEN);
    Optional<Job<PushJob>> taken = store.jobs().claim(push, push.what().tried(), until).await();
    try {
      taken.ifPresent(this::push);
    } catch (LogException.UnknownWorkspace e) {
      boolean unused = store.jobs().delete(push.id()).await();
    }
  }

  private void push(Job<PushJob> job) {
    PushJob what = job.what();
    PushDevice device = store.find(what.workspace(), what.device()).await().orElse(null);
    if (device == null) {
      done(job);
      return;
    }
    long newest = what.rung().stream().mapToLong(Long::longValue).max().orElse(0);
    Workspace now = WorkspaceAt.sequence(floor, what.workspace(), newest);
    Seat seat = now.members().seats().get(what.seat());
    if (seat == null || !seat.active() || !isSignedIn(seat, device)) {
      store.remove(device).await();
      return;
    }
    PersonalMailSettings personal = now.lists().habits().now(seat.id());
    Instant at = clock.instant();
    Instant leaves = personal.leaves(at);
    if (leaves.isAfter(at)) {
      put(job, leaves); // quiet hours, chosen since
    } else if (isPaused(personal, at)
        || at.isAfter(what.since().plus(TTL))
        || !comesIn(now, seat, at)) {
      done(job);
    } else {
      tell(job, device, seat, now);
    }
  }

  private boolean isSignedIn(Seat seat, PushDevice device) {
    return signIns.lasts(seat.person(), device.signIn()).await();
  }

  /** Whether its holder comes in by web at this moment. */
  private boolean comesIn(Workspace now, Seat seat, Instant at) {
    return !seat.waits(at) && threshold.lets(now, seat.person()).await();
  }

  private static boolean isPaused(PersonalMailSettings personal, Instant at) {
    return personal.pause() != null && personal.pause().covers(at, personal.zone());
  }

  private void tell(Job<PushJob> job, PushDevice device, Seat seat, Workspace now) {
    PushChoices choices = store.choices(now.id(), seat.id()).await();
    List<Long> all =
        Stream.concat(device.shown().stream(), job.what().rung().stream()).distinct().toList();
    List<Long> unread = readings.unread(now.id(), seat.id(), all);
    List<Ring> rings =
        unread.stream()
            .filter(sequence -> !device.shown().contains(sequence))
            .flatMap(sequence -> ring(now, sequence, seat, choices).stream())
            .sorted(Comparator.comparing((Ring ring) -> ring.commit().sequence()).reversed())
            .toList();
    if (rings.isEmpty()) {
      done(job);
      return;
    }
    List<Long> told =
        Stream.concat(
                device.shown().stream().filter(unread::contains),
                rings.stream().map(ring -> ring.commit().sequence()))
            .sorted()
            .toList();
    Language language = languages.apply(seat.person());
    JsonObject message =
        PushContent.of(now, device, rings, told.size(), choices.titles(), language);
    decide(job, device, told, sender.send(device, message, job.what().tries(), clock.instant()));
  }

  private static Optional<Ring> ring(Workspace now, long sequence, Seat seat, PushChoices choices) {
    Commit commit = now.history().get(Math.toIntExact(sequence - 1));
    return NotificationInbox.ring(now, commit, seat.id())
        .filter(ring -> choices.kinds().contains(ring.why()));
  }

  private void decide(Job<PushJob> job, PushDevice device, List<Long> told, PushVerdict verdict) {
    Instant now = clock.instant();
    switch (verdict) {
      case PushVerdict.Taken taken -> {
        store.change(device, is -> is.taking(now, told)).await();
        done(job);
      }
      case PushVerdict.Gone gone -> store.remove(device).await();
      case PushVerdict.Refused refused -> {
        if (!isGivenUp(device, refused.why(), now)) {
          done(job);
        }
      }
      case PushVerdict.Later later -> {
        if (!isGivenUp(device, later.why(), now)) {
          put(job, now.plus(later.pause()));
        }
      }
    }
  }

  /** Notes that it failed; whether it did so for so long that the device is removed. */
  private boolean isGivenUp(PushDevice device, Message why, Instant now) {
    PushDevice is = store.change(device, d -> d.failing(why, now)).await().orElse(null);
    boolean over =
        is == null
            || (is.failure() != null && now.isAfter(is.failure().since().plus(LONGEST_FAILURE)));
    if (over) {
      store.remove(device).await();
    }
    return over;
  }

  /** It is over, but for what rang meanwhile: that is a push of its own. */
  private void done(Job<PushJob> job) {
    if (!store.jobs().forget(job).await()) {
      Instant now = clock.instant();
      List<Long> told = job.what().rung();
      store
          .jobs()
          .change(job.id(), was -> was.map(w -> Job.Next.at(w.what().after(told, now), now)))
          .await();
      soon(job.id(), Duration.ZERO);
    }
  }

  private void put(Job<PushJob> job, Instant due) {
    store.jobs().change(job.id(), was -> was.map(w -> Job.Next.at(w.what(), due))).await();
  }
}
