package org.caucus.messaging.delivery;

import java.time.Duration;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * What leaves by one host that takes the mail of some domains, in that host's own time: nothing
 * else waits for it. Of a parcel with letters for several hosts one part after the other is
 * carried.
 */
final class RouteQueue {
  /** Parcels on their way to the host at one time. */
  static final int CARRIED = 4;

  /** Parcels that wait in memory; more are looked at again when they are due. */
  static final int MOST_WAITING = 200;

  /** When a letter is looked at again that the host had no time for, or that was forgotten. */
  static final Duration HANDED_OVER = Duration.ofMinutes(5);

  /** How long others of a parcel have to be carried first, which are due and go another way. */
  static final Duration GIVES_WAY = Duration.ofSeconds(3);

  private final Smarthost host;
  private final DeliveryWorker.Parts parts;
  private final Set<String> atWork;
  private final Carrier carrier;
  private final Map<String, Task> waiting = new ConcurrentHashMap<>();
  private final Deque<String> order = new ConcurrentLinkedDeque<>();
  private final Semaphore free = new Semaphore(CARRIED);
  private final AtomicInteger calls = new AtomicInteger();

  /**
   * What is to leave by the host.
   *
   * @param recipients of the parcel, by their place in it
   * @param urgent whether somebody is waiting for it
   * @param givesWay whether others of the parcel are due, and wait for what is carried of it
   */
  record Task(String parcel, Set<Integer> recipients, boolean urgent, boolean givesWay) {
    private Task and(Task more) {
      Set<Integer> all = new HashSet<>(recipients);
      all.addAll(more.recipients);
      return new Task(parcel, all, urgent || more.urgent, false);
    }
  }

  /** Carries a parcel that is at work, says when it is not any more, and wakes all lanes then. */
  @FunctionalInterface
  interface Carrier {
    void carry(String parcel, BooleanSupplier pass, Runnable after);
  }

  /**
   * @param parts with threads of its own
   * @param atWork parcels of which somebody carries a part
   */
  RouteQueue(Smarthost host, DeliveryWorker.Parts parts, Set<String> atWork, Carrier carrier) {
    this.host = host;
    this.parts = parts;
    this.atWork = atWork;
    this.carrier = carrier;
  }

  void take(Task task) {
    if (waiting.size() >= MOST_WAITING && !waiting.containsKey(task.parcel())) {
      return;
    }
    waiting.compute(
        task.parcel(),
        (parcel, before) -> {
          if (before != null) {
            return before.and(task);
          }
          if (task.urgent()) {
            order.addFirst(parcel);
          } else {
            order.addLast(parcel);
          }
          return task;
        });
    wake();
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Waits until nothing is on its way any more; none is begun by then. */
  void ended() throws InterruptedException {
    free.acquire(CARRIED);
  }

  /** What is on its way still ends as it ends. */
  void end() {
    parts.threads().shutdown();
  }

  /**
   * Begins what can be begun: something came, or a parcel is at work no more. One thread does, and
   * looks once more if others asked meanwhile.
   */
  void wake() {
    if (calls.getAndIncrement() > 0) {
      return;
    }
    int seen;
    do {
      seen = calls.get();
      begin();
    } while (calls.addAndGet(-seen) > 0);
  }

  private void begin() {
    while (!parts.stopping() && free.tryAcquire()) {
      Optional<Task> task = next();
      if (task.isEmpty()) {
        free.release();
        return;
      }
      Task now = task.get();
      parts
          .threads()
          .execute(
              () ->
                  carrier.carry(
                      now.parcel(), () -> DeliveryAttempt.pass(parts, now, host), free::release));
    }
  }

  /** The first that nobody carries a part of; it is at work from now on. */
  private Optional<Task> next() {
    Optional<String> parcel = order.stream().filter(atWork::add).findFirst();
    if (parcel.isEmpty()) {
      return Optional.empty();
    }
    order.remove(parcel.get());
    Optional<Task> task = Optional.ofNullable(waiting.remove(parcel.get()));
    if (task.isEmpty()) {
      atWork.remove(parcel.get());
    }
    return task;
  }
}
