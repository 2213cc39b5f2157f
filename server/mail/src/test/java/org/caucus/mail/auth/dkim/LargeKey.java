package org.caucus.mail.auth.dkim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Objects;

/** An RSA key of 4,096 bits, on file: to make one takes a busy machine half a minute. */
public record LargeKey(PrivateKey key, String record) {
  private static final String FILE = "/keys/rsa-4096-for-tests.pem";

  /** The key, and what is published of it. */
  public static LargeKey read() {
    try (InputStream in = Objects.requireNonNull(LargeKey.class.getResourceAsStream(FILE))) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      byte[] octets = Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
      KeyFactory keys = KeyFactory.getInstance("RSA");
      var own = (RSAPrivateCrtKey) keys.generatePrivate(new PKCS8EncodedKeySpec(octets));
      byte[] published =
          keys.generatePublic(new RSAPublicKeySpec(own.getModulus(), own.getPublicExponent()))
              .getEncoded();
      return new LargeKey(
          own, "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(published));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
