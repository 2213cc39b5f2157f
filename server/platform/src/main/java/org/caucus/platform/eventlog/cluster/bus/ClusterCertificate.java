package org.caucus.platform.eventlog.cluster.bus;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.Ed25519Sign;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;

/**
 * The one certificate that all nodes of an installation show each other, and the only one they
 * accept: self-signed (X.509, RFC 5280), its Ed25519 key (RFC 8410) derived from the {@link
 * ClusterSecret}. To hold it is to hold the master key and the database. It never runs out, since
 * nothing but the secret is being proved.
 */
public final class ClusterCertificate {
  /**
   * The subject: anyone who shows another certificate of this name is another installation's node.
   */
  public static final String SUBJECT = "Caucus cluster";

  private static final int SEED_BYTES = 32;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int UTF8_STRING = 0x0c;
  private static final int UTC_TIME = 0x17;
  private static final int GENERALIZED_TIME = 0x18;
  private static final int VERSION = 0xa0;
  private static final int LONG_FORM = 0x80;
  private static final HexFormat HEX = HexFormat.of();

  /** SEQUENCE { OBJECT IDENTIFIER 1.3.101.112 }: Ed25519. */
  private static final byte[] ED25519 = HEX.parseHex("300506032b6570");

  /** OBJECT IDENTIFIER 2.5.4.3: common name. */
  private static final byte[] COMMON_NAME = HEX.parseHex("0603550403");

  /** What stands before the seed in a PKCS #8 key of Ed25519 (RFC 8410, section 7). */
  private static final byte[] PKCS8_HEAD = HEX.parseHex("302e020100300506032b657004220420");

  private final X509Certificate certificate;
  private final PrivateKey key;

  /** The certificate for this secret; the same on every node. */
  public ClusterCertificate(ClusterSecret secret) {
    byte[] seed = secret.derived("certificate", SEED_BYTES);
    try {
      Ed25519Sign.KeyPair pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed);
      byte[] toSign = toBeSigned(pair.getPublicKey());
      byte[] signature = new Ed25519Sign(seed).sign(toSign);
      byte[] whole = der(SEQUENCE, toSign, ED25519, bits(signature));
      certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(whole));
      key =
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(new PKCS8EncodedKeySpec(joined(PKCS8_HEAD, seed)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no Ed25519 or X.509", e);
    }
  }

  /** Certificate and key, and the certificate as the only one trusted. */
  public KeyStore keyStore(char[] password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, password);
      store.setKeyEntry("node", key, password, new X509Certificate[] {certificate});
      store.setCertificateEntry("peers", certificate);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java runtime has no PKCS #12", e);
    }
  }

  /** The same as the bytes of a PKCS #12 file; they are never written to one. */
  public Buffer pkcs12(char[] password) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      keyStore(password).store(out, password);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java runtime has no PKCS #12", e);
    }
    return Buffer.buffer(out.toByteArray());
  }

  /** Whether it is this very one. */
  public boolean is(X509Certificate other) {
    return certificate.equals(other);
  }

  private static byte[] toBeSigned(byte[] publicKey) {
    byte[] name =
        der(
            SEQUENCE,
            der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8_STRING, SUBJECT.getBytes(UTF_8)))));
    byte[] validity =
        der(
            SEQUENCE,
            der(UTC_TIME, "200101000000Z".getBytes(UTF_8)),
            der(GENERALIZED_TIME, "99991231235959Z".getBytes(UTF_8)));
    byte[] subjectKey = der(SEQUENCE, ED25519, bits(publicKey));
    byte[] version3 = der(VERSION, der(INTEGER, new byte[] {2}));
    byte[] serial = der(INTEGER, new byte[] {1});
    return der(SEQUENCE, version3, serial, ED25519, name, validity, name, subjectKey);
  }

  private static byte[] bits(byte[] octets) {
    return der(BIT_STRING, new byte[] {0}, octets);
  }

  /** Tag, length, contents (X.690); no contents here are longer than two length octets tell. */
  private static byte[] der(int tag, byte[]... contents) {
    byte[] value = joined(contents);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (value.length >= LONG_FORM) {
      boolean two = value.length > 0xff;
      out.write(LONG_FORM | (two ? 2 : 1));
      if (two) {
        out.write(value.length >> Byte.SIZE);
      }
    }
    out.write(value.length);
    out.writeBytes(value);
    return out.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
