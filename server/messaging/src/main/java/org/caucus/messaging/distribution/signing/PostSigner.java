package org.caucus.messaging.distribution.signing;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.caucus.mail.auth.dkim.ArcCheck;
import org.caucus.mail.auth.dkim.ArcSealer;
import org.caucus.mail.auth.dkim.DkimCheck;
import org.caucus.mail.auth.dkim.DkimKey;
import org.caucus.mail.auth.dkim.DkimSigner;
import org.caucus.mail.auth.dns.TxtRecords;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.RawLetter;
import org.jspecify.annotations.Nullable;

/** Signs posts with the key of this domain; without a key they leave as they are. */
public final class PostSigner {
  /** Letters of which it is remembered what was found, so that it is found out once for all. */
  static final int REMEMBERED = 64;

  private final @Nullable DkimSigner dkim;
  private final @Nullable ArcSealer arc;
  private final DkimCheck dkimCheck;
  private final ArcCheck arcCheck;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Found> remembered =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Found> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** What was known of a letter when it came. */
  private record Found(String results, ArcCheck.Chain chain) {}

  /**
   * Signs with this key.
   *
   * @param key null for no signatures
   * @param records where the keys of those are who signed before
   */
  public PostSigner(@Nullable DkimKey key, TxtRecords records, InstantSource clock) {
    this.dkim = key == null ? null : new DkimSigner(key);
    this.arc = key == null ? null : new ArcSealer(key, key.domain());
    this.dkimCheck = new DkimCheck(records);
    this.arcCheck = new ArcCheck(records);
    this.clock = clock;
  }

  /** A letter that was written here. */
  public RawLetter written(RawLetter letter) {
    return dkim == null ? letter : dkim.sign(letter, clock.instant());
  }

  /**
   * What letters of a post that was written here have alike, looked at once.
   *
   * @param signed what of it our own signature is over; null without a key
   */
  public record Content(RawLetter letter, DkimSigner.@Nullable Common signed) {}

  /** The content of a post that was written here. */
  public Content content(RawLetter letter) {
    return new Content(letter, dkim == null ? null : new DkimSigner.Common(letter));
  }

  /** A post that was written here, with this content. */
  public RawLetter written(RawLetter letter, Content content) {
    return dkim == null || content.signed() == null
        ? letter
        : dkim.sign(letter, content.signed(), clock.instant());
  }

  /**
   * A seal (RFC 8617) over what many readers get alike, so that it is made once.
   *
   * @param common what that is
   * @param signed what of it our own signature is over; null without a key
   * @param set the fields of the seal; none without a key
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Seal(
      RawLetter common,
      DkimSigner.@Nullable Common signed,
      List<Header> set,
      String name,
      byte[] original) {
    /** Keeps the fields as they are now. */
    public Seal {
      set = List.copyOf(set);
    }
  }

  /**
   * The seal of a post that came as a letter.
   *
   * @param common as all get it
   * @param name of the letter that came, the same for each recipient
   * @param original as it came
   */
  public Seal sealed(RawLetter common, String name, byte[] original) {
    DkimSigner.Common signed = dkim == null ? null : new DkimSigner.Common(common);
    return new Seal(common, signed, set(common, name, original), name, original);
  }

  private List<Header> set(RawLetter letter, String name, byte[] original) {
    if (arc == null) {
      return List.of();
    }
    Found found = found(name, original);
    return arc.set(letter, found.results(), found.chain(), clock.instant());
  }

  /**
   * A post that came as a letter, signed for one reader. The seal is on top; one of its own for the
   * person who is told less than all others of what a seal is over.
   */
  public RawLetter relayed(RawLetter letter, Seal seal) {
    if (dkim == null || seal.signed() == null) {
      return letter;
    }
    RawLetter signed = dkim.sign(letter, seal.signed(), clock.instant());
    List<Header> set =
        ArcSealer.isAlike(letter, seal.common())
            ? seal.set()
            : set(signed, seal.name(), seal.original());
    return signed.prepend(set.toArray(Header[]::new));
  }

  private Found found(String name, byte[] original) {
    lock.lock();
    try {
      Found known = remembered.get(name);
      if (known != null) {
        return known;
      }
    } finally {
      lock.unlock();
    }
    Found found = look(RawLetter.of(original)); // asks name servers: not under the lock
    lock.lock();
    try {
      remembered.put(name, found);
    } finally {
      lock.unlock();
    }
    return found;
  }

  private Found look(RawLetter original) {
    Set<String> signers = dkimCheck.signers(original, clock.instant());
    ArcCheck.Chain chain = arcCheck.check(original, clock.instant());
    String dkimResults =
        signers.isEmpty()
            ? "dkim=none"
            : signers.stream()
                .map(d -> "dkim=pass header.d=" + d)
                .collect(Collectors.joining("; "));
    return new Found(dkimResults + "; arc=" + chain.word(), chain);
  }
}
