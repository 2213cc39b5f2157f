package org.caucus.mongo;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From reactive streams (<a href="https://www.reactive-streams.org/">1.0</a>) to Vert.x futures.
 */
final class Publishers {
  private static final Logger LOG = LoggerFactory.getLogger(Publishers.class);

  private Publishers() {}

  /** Every element, in order. The publisher must be bounded: a query with a limit. */
  static <T> Future<List<T>> toList(Supplier<Publisher<T>> call) {
    return toList(call, Overdue.all());
  }

  static <T> Future<List<T>> toList(Supplier<Publisher<T>> call, Overdue overdue) {
    var promise = overdue.<List<T>>promise();
    try {
      call.get().subscribe(new Collector<>(promise));
    } catch (IllegalStateException e) {
      promise.tryFail(e); // a closed client throws instead of answering
    }
    return promise.future();
  }

  /** The first element, or empty. */
  static <T> Future<Optional<T>> toFuture(Supplier<Publisher<T>> call) {
    return toList(call).map(all -> all.stream().findFirst());
  }

  /**
   * The same outcome on the caller's Vert.x context, if it has one; else on the thread that brings
   * it.
   */
  static <T> Future<T> onCaller(Future<T> future) {
    @Nullable Context context = Vertx.currentContext();
    if (context == null) {
      return future;
    }
    var promise = Promise.<T>promise();
    future.onComplete(result -> context.runOnContext(none -> promise.handle(result)));
    return promise.future();
  }

  /**
   * Gives one of many who wait what they wait for. A promise without a context hands what its
   * listeners throw to whoever completes it: that must not keep the next one waiting for ever.
   */
  static void tell(Runnable completion) {
    try {
      completion.run();
    } catch (RuntimeException | Error e) { // theirs, and an overflown stack is no less theirs
      LOG.error("who was told what the database did failed: {}", e.getClass().getName());
    }
  }

  private static final class Collector<T> implements Subscriber<T> {
    private final List<T> elements = new ArrayList<>();
    private final Promise<List<T>> promise;

    Collector(Promise<List<T>> promise) {
      this.promise = promise;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(T element) {
      elements.add(element);
    }

    @Override
    public void onError(Throwable failure) {
      promise.tryFail(failure);
    }

    @Override
    public void onComplete() {
      promise.tryComplete(elements);
    }
  }
}
