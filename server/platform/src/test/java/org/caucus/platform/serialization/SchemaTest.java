package org.caucus.platform.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is packed comes out the same, and only by the shape it was packed by. */
public class SchemaTest {
  public enum Side {
    CIVIL,
    COMPANY
  }

  public enum Turned {
    COMPANY,
    CIVIL
  }

  public sealed interface Who {
    record Everyone() implements Who {}

    record Only(String company) implements Who {}
  }

  public interface Happened {}

  public record Opened(String title) implements Happened {}

  public record Closed(String title) implements Happened {}

  public record Notice(
      String id,
      String text,
      int version,
      long size,
      boolean open,
      Side side,
      Who who,
      Instant at,
      LocalDate due,
      ZoneId zone,
      List<String> names,
      SortedSet<String> seats,
      Happened happened) {}

  /** More kinds than a small part has bytes. */
  public sealed interface Kind {
    record K1() implements Kind {}

    record K2() implements Kind {}

    record K3() implements Kind {}

    record K4() implements Kind {}

    record K5() implements Kind {}

    record K6() implements Kind {}

    record K7() implements Kind {}

    record K8() implements Kind {}

    record K9() implements Kind {}

    record K10() implements Kind {}

    record K11() implements Kind {}

    record K12() implements Kind {}

    record K13() implements Kind {}

    record K14() implements Kind {}

    record K15() implements Kind {}

    record K16() implements Kind {}

    record K17() implements Kind {}

    record K18() implements Kind {}

    record K19() implements Kind {}

    record K20() implements Kind {}

    record K21() implements Kind {}

    record K22() implements Kind {}

    record K23() implements Kind {}

    record K24() implements Kind {}

    record K25() implements Kind {}

    record K26() implements Kind {}

    record K27() implements Kind {}

    record K28() implements Kind {}

    record K29() implements Kind {}

    record K30() implements Kind {}

    record K31() implements Kind {}

    record K32() implements Kind {}

    record K33() implements Kind {}

    record K34() implements Kind {}

    record K35() implements Kind {}

    record K36() implements Kind {}

    record K37() implements Kind {}

    record K38() implements Kind {}

    record K39() implements Kind {}

    record K40() implements Kind {}
  }

  public record One(Kind kind) {}

  private static final Map<Class<?>, List<Class<?>>> OPEN =
      Map.of(Happened.class, List.of(Opened.class, Closed.class));

  private static final Schema<Notice> NOTICES = new Schema<>(Notice.class, OPEN);

  private static Notice notice(String id) {
    return new Notice(
        id,
        "Removal within 24 hours, “as the draft says”: ọ́fẹ́. ".repeat(20),
        -3,
        1L << 40,
        true,
        Side.COMPANY,
        new Who.Only("chirp"),
        Instant.parse("2026-06-01T09:00:00.123456789Z"),
        LocalDate.of(2026, 7, 1),
        ZoneId.of("Africa/Lagos"),
        List.of("amina", "bola", "amina"),
        new TreeSet<>(List.of("vera", "chika")),
        new Closed("amina"));
  }

  @Test
  void theLastOfManyKindsFitsIntoASmallPart() {
    Schema<One> shape = new Schema<>(One.class, Map.of());
    Packer packer = new Packer();
    packer.put(shape, new One(new Kind.K40()));
    Unpacker unpacker = new Unpacker();
    unpacker.part(packer.part(), 100);

    assertThat(unpacker.take(shape)).isEqualTo(new One(new Kind.K40()));
  }

  @Test
  void everyKindOfValueComesOutAsItWentIn() {
    Notice bare =
        new Notice(
            "", "", 0, 0, false, null, new Who.Everyone(), null, null, null, null, null, null);
    List<Notice> later = List.of(bare, notice("two"), notice("one"));
    Packer packer = new Packer();
    Unpacker unpacker = new Unpacker();

    // two parts, the second pointing into the first
    packer.put(NOTICES, notice("one"));
    byte[] first = packer.part();
    later.forEach(n -> packer.put(NOTICES, n));
    byte[] second = packer.part();

    unpacker.part(first, 10_000);
    assertThat(unpacker.take(NOTICES)).isEqualTo(notice("one"));
    assertThat(unpacker.more()).isFalse();
    unpacker.part(second, 10_000);
    later.forEach(n -> assertThat(unpacker.take(NOTICES)).isEqualTo(n));
    assertThat(unpacker.more()).isFalse();
  }

  @Test
  void whatComesAgainIsOneObject() {
    Packer packer = new Packer();
    packer.put(NOTICES, notice("one"));
    packer.put(NOTICES, notice("one"));
    Unpacker unpacker = new Unpacker();
    unpacker.part(packer.part(), 10_000);

    Notice a = unpacker.take(NOTICES);
    Notice b = unpacker.take(NOTICES);

    assertThat(b.id()).isSameAs(a.id());
    assertThat(b.who()).isSameAs(a.who());
    assertThat(b.names().getFirst()).isSameAs(a.names().getLast());
  }

  public record WithAnEnum(Side side) {}

  public record WithAnother(Turned side) {}

  @Test
  void anyChangeOfATypeShowsInTheFingerprint() {
    assertThat(new Schema<>(Notice.class, OPEN).fingerprint()).isEqualTo(NOTICES.fingerprint());
    // the same events in another order, one fewer, one more
    assertThat(List.of(fingerprint(Closed.class, Opened.class), fingerprint(Opened.class)))
        .doesNotContain(NOTICES.fingerprint());
    assertThat(fingerprint(Opened.class, Closed.class, WithAnEnum.class))
        .isNotEqualTo(NOTICES.fingerprint());
    // a record whose enum has its constants in another order
    assertThat(new Schema<>(WithAnEnum.class, Map.of()).fingerprint())
        .isNotEqualTo(new Schema<>(WithAnother.class, Map.of()).fingerprint());
  }

  private static String fingerprint(Class<?>... happened) {
    return new Schema<>(Notice.class, Map.of(Happened.class, List.of(happened))).fingerprint();
  }

  /** What a record is described by is what a new, lost, renamed or retyped field changes. */
  @Test
  void theDescriptionNamesEveryComponentAndItsType() {
    assertThat(NOTICES.describe())
        .contains("Notice=[java.lang.String id, java.lang.String text, int version, long size")
        .contains("java.util.List<java.lang.String> names")
        .contains("Side=[CIVIL, COMPANY]")
        .contains("Who$Only=[java.lang.String company]");
  }

  @Test
  void bytesThatNoPackerWroteAreAnErrorAndNotAValue() {
    Packer packer = new Packer();
    packer.put(NOTICES, notice("one"));
    byte[] part = packer.part();

    assertThatThrownBy(() -> new Unpacker().part(Arrays.copyOf(part, part.length / 2), 10_000))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Unpacker().part(part, 100))
        .hasMessageContaining("the limit is 100");
    // the second part without the first: what it points at is not there
    packer.put(NOTICES, notice("one"));
    Unpacker second = new Unpacker();
    second.part(packer.part(), 10_000);
    assertThatThrownBy(() -> second.take(NOTICES)).isInstanceOf(NullPointerException.class);
  }

  public record Anything(Object what) {}

  @Test
  void aTypeWithoutAFormIsRefusedAtOnce() {
    assertThatThrownBy(() -> new Schema<>(Anything.class, Map.of()))
        .hasMessageContaining("java.lang.Object");
  }
}
