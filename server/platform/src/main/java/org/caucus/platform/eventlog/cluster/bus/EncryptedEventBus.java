package org.caucus.platform.eventlog.cluster.bus;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.AesGcmJce;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageConsumer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.caucus.kernel.RandomIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event bus between nodes, sealed (AES-256-GCM, bound to the address). What was not sealed by a
 * node of this installation is dropped. The node that publishes does not hear it.
 */
public final class EncryptedEventBus {
  private static final Logger LOG = LoggerFactory.getLogger(EncryptedEventBus.class);
  private static final int KEY_BYTES = 32;

  private final Vertx vertx;
  private final boolean alone;
  private final AesGcmJce seal;
  private final String self = RandomIds.random();
  private final List<Listening> all = new CopyOnWriteArrayList<>();

  /** One consumer, and how to have it again. */
  private static final class Listening {
    final String address;
    final Consumer<String> listener;
    MessageConsumer<Object> consumer;

    Listening(String address, Consumer<String> listener, MessageConsumer<Object> consumer) {
      this.address = address;
      this.listener = listener;
      this.consumer = consumer;
    }
  }

  /** The bus of this Vert.x, for those who share the secret. */
  public EncryptedEventBus(Vertx vertx, ClusterSecret secret) {
    this(vertx, secret, false);
  }

  private EncryptedEventBus(Vertx vertx, ClusterSecret secret, boolean alone) {
    this.vertx = vertx;
    this.alone = alone;
    try {
      this.seal = new AesGcmJce(secret.derived("bus", KEY_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is missing from this Java runtime", e);
    }
  }

  /** For the only node: it says nothing, since nobody else can hear it. */
  public static EncryptedEventBus alone(Vertx vertx, ClusterSecret secret) {
    return new EncryptedEventBus(vertx, secret, true);
  }

  /** Tells every other node that listens there. It may be lost; nobody is told. */
  public void publish(String address, String text) {
    if (alone) {
      return;
    }
    vertx.eventBus().publish(address, Buffer.buffer(sealed(address, self + text)));
  }

  /** Hears what other nodes publish there, on an event loop. */
  public void listen(String address, Consumer<String> listener) {
    all.add(new Listening(address, listener, consumer(address, listener)));
  }

  /**
   * Makes every subscription known anew. A split of the cluster takes those of the other side out
   * of the common register, and its end does not bring them back. From one thread at a time.
   */
  public void listenAgain() {
    for (Listening listening : all) {
      MessageConsumer<Object> old = listening.consumer;
      listening.consumer = consumer(listening.address, listening.listener);
      old.unregister().onFailure(e -> LOG.debug("a former subscription was gone already"));
    }
  }

  private MessageConsumer<Object> consumer(String address, Consumer<String> listener) {
    return vertx
        .eventBus()
        .consumer(address, message -> opened(address, message.body()).ifPresent(listener));
  }

  private byte[] sealed(String address, String text) {
    try {
      return seal.encrypt(text.getBytes(UTF_8), address.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM failed to encrypt", e);
    }
  }

  private Optional<String> opened(String address, Object body) {
    try {
      if (body instanceof Buffer bytes) {
        String text = new String(seal.decrypt(bytes.getBytes(), address.getBytes(UTF_8)), UTF_8);
        return text.startsWith(self)
            ? Optional.empty()
            : Optional.of(text.substring(RandomIds.LENGTH));
      }
    } catch (GeneralSecurityException e) {
      LOG.debug("not sealed by a node of this installation", e);
    }
    LOG.warn("a message on {} that no node of this installation sealed was dropped", address);
    return Optional.empty();
  }
}
