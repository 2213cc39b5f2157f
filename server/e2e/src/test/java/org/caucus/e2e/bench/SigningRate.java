package org.caucus.e2e.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import org.caucus.platform.crypto.NativeProvider;

/**
 * How many RSA-2048 signatures over the fields of a letter this machine makes a second, on all its
 * cores and doing nothing else: by the JDK's provider, and by the one that is in use. Then how many
 * it makes while a bare client hands over as many letters: no relay that signs each letter on these
 * cores is faster than both together.
 */
final class SigningRate {
  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final Duration MEASURED = Duration.ofSeconds(3);
  private static final int SIGNED_BYTES = 1_500;
  private static final int KEY_BITS = 2_048;

  private SigningRate() {}

  /**
   * Arguments: where the key is written that was used, in PEM form; how many signatures are made
   * beside a client; the command of that client, which hands over as many letters.
   */
  public static void main(String[] args) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(KEY_BITS);
    byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
    write(Path.of(args[0]), key);
    int letters = Integer.parseInt(args[1]);
    List<String> client = List.of(args).subList(2, args.length);
    measure(key, letters, client);
    if (NativeProvider.prefer()) {
      measure(key, letters, client);
    }
  }

  private static void write(Path pem, byte[] key) throws IOException {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
    Files.writeString(
        pem, "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n");
  }

  private static void measure(byte[] octets, int letters, List<String> client) throws Exception {
    PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(octets));
    long warm = System.nanoTime() + WARM_UP.toNanos();
    run(key, made -> System.nanoTime() < warm);
    long end = System.nanoTime() + MEASURED.toNanos();
    say("bare-signing", run(key, made -> System.nanoTime() < end) / seconds(MEASURED));
    long start = System.nanoTime();
    Process handing = new ProcessBuilder(client).inheritIO().start();
    run(key, made -> made < letters);
    if (handing.waitFor() != 0) {
      throw new IllegalStateException("The client ended with " + handing.exitValue() + ".");
    }
    say("signing-and-bare-client", letters / seconds(Duration.ofNanos(System.nanoTime() - start)));
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  private static void say(String what, double rate) throws GeneralSecurityException {
    System.out.println(
        new JsonObject()
            .put("bench", "relay")
            .put("what", what)
            .put("cores", Runtime.getRuntime().availableProcessors())
            .put("provider", Signature.getInstance("SHA256withRSA").getProvider().getName())
            .put("signatures_per_s", Math.round(rate))
            .encode());
  }

  /** Signs on all cores for as long as it goes on, given how many were begun, and counts. */
  private static long run(PrivateKey key, LongPredicate goesOn) throws InterruptedException {
    AtomicLong begun = new AtomicLong();
    AtomicLong made = new AtomicLong();
    Thread[] all = new Thread[Runtime.getRuntime().availableProcessors()];
    for (int i = 0; i < all.length; i++) {
      all[i] =
          Thread.ofPlatform()
              .start(
                  () -> {
                    Signature signature = signature(key); // kept, as those who sign for us are
                    while (goesOn.test(begun.getAndIncrement())) {
                      sign(signature);
                      made.incrementAndGet();
                    }
                  });
    }
    for (Thread one : all) {
      one.join();
    }
    return made.get();
  }

  private static Signature signature(PrivateKey key) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      return signature;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every provider signs with RSA", e);
    }
  }

  private static void sign(Signature signature) {
    try {
      signature.update(new byte[SIGNED_BYTES]);
      signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every provider signs with RSA", e);
    }
  }
}
