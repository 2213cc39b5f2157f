package org.caucus.platform.serialization;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.caucus.platform.spill.StoredNames;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** The forms of everything but records. */
final class Codecs {
  static final Map<Class<?>, Codec> SIMPLE =
      Map.of(
          String.class, new Text(),
          StoredText.class, new Stored(),
          StoredNames.class, new Names(),
          int.class, new Whole(),
          long.class, new Long64(),
          boolean.class, new Truth(),
          Boolean.class, new Perhaps(),
          Instant.class, new Moment(),
          LocalDate.class, new Day(),
          ZoneId.class, new Zone());

  private Codecs() {}

  /** What small records are made of. */
  sealed interface Word extends Codec {}

  /** A string. */
  record Text() implements Word {
    @Override
    public void write(Packer out, @Nullable Object value) {
      out.text((String) value);
    }

    @Override
    public @Nullable Object read(Unpacker in) {
      return in.text();
    }
  }

  /** A text that may lie outside the heap; read into it. */
  private record Stored() implements Codec {
    @Override
    public void write(Packer out, @Nullable Object value) {
      out.text(value == null ? null : value.toString());
    }

    @Override
    public @Nullable Object read(Unpacker in) {
      return StoredText.ofNullable(in.text());
    }

    @Override
    public boolean holdsTexts() {
      return true;
    }

    @Override
    public long spill(@Nullable Object value) {
      return value == null ? 0 : ((StoredText) value).spill();
    }
  }

  /** Names that may lie outside the heap; read into it. */
  private record Names() implements Codec {
    @Override
    public void write(Packer out, @Nullable Object value) {
      List<String> names = value == null ? List.of() : ((StoredNames) value).toList();
      out.number(names.size());
      names.forEach(out::text);
    }

    @Override
    public @Nullable Object read(Unpacker in) {
      List<String> names = new ArrayList<>();
      for (int left = in.count(); left > 0; left--) {
        names.add(Objects.requireNonNull(in.text()));
      }
      return StoredNames.of(names);
    }

    @Override
    public boolean holdsTexts() {
      return true;
    }

    @Override
    public long spill(@Nullable Object value) {
      return value == null ? 0 : ((StoredNames) value).spill();
    }
  }

  /** An enum's constant, by its place. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record OneOf(Object[] constants) implements Word {
    @Override
    @SuppressWarnings("EnumOrdinal") // the constants in their order are part of the fingerprint
    public void write(Packer out, @Nullable Object value) {
      out.number(value == null ? 0 : 1 + ((Enum<?>) value).ordinal());
    }

    @Override
    public @Nullable Object read(Unpacker in) {
      long number = in.number();
      return number == 0 ? null : constants[(int) number - 1];
    }
  }

  /** Yes, no, or nothing said. */
  private record Perhaps() implements Codec {
    @Override
    public void write(Packer out, @Nullable Object value) {
      out.number(value == null ? 0 : Boolean.TRUE.equals(value) ? 2 : 1);
    }

    @Override
    public @Nullable Object read(Unpacker in) {
      long number = in.number();
      return number == 0 ? null : (Object) (number == 2);
    }
  }

  private record Whole() implements Codec {
    @Override
    public void write(Packer out, @Nullable Object value) {
      out.signed((Integer) Objects.requireNonNull(value));
    }

    @Override
    public Object read(Unpacker in) {
      return Math.toIntExact(in.signed());
    }
  }

  private record Long64() implements Codec {
    @Override
    public void write(Packer out, @Nullable Object value) {
      out.signed((Long) Objects.requireNonNull(value));
    }

    @Override
    public Object read(Unpacker in) {
      return in.signed();
    }
  }

  private record Truth() implements Codec {
    @Override
    public void write(Packer out, @Nullable Object value) {
      out.number((Boolean) Objects.requireNonNull(value) ? 1 : 0);
    }

    @Override
    public Object read(Unpacker in) {
      return in.number() == 1;
    }
  }

  private record Moment() implements Codec {
    @Override
    public void write(Packer out, @Nullable Object value) {
      Instant at = (Instant) value;
      out.number(at == null ? 0 : 1 + (long) at.getNano());
      if (at != null) {
        out.signed(at.getEpochSecond());
      }
    }

    @Override
    public @Nullable Object read(Unpacker in) {
      long nanos = in.number();
      return nanos == 0 ? null : Instant.ofEpochSecond(in.signed(), nanos - 1);
    }
  }

  private record Day() implements Codec {
    @Override
    public void write(Packer out, @Nullable Object value) {
      out.number(value == null ? 0 : 1);
      if (value != null) {
        out.signed(((LocalDate) value).toEpochDay());
      }
    }

    @Override
    public @Nullable Object read(Unpacker in) {
      return in.number() == 0 ? null : LocalDate.ofEpochDay(in.signed());
    }
  }

  private record Zone() implements Codec {
    @Override
    public void write(Packer out, @Nullable Object value) {
      out.text(value == null ? null : ((ZoneId) value).getId());
    }

    @Override
    public @Nullable Object read(Unpacker in) {
      String id = in.text();
      return id == null ? null : ZoneId.of(id);
    }
  }

  /** A list. */
  record Many(Codec element) implements Codec {
    @Override
    public void write(Packer out, @Nullable Object value) {
      all(out, (List<?>) value, element);
    }

    @Override
    public @Nullable Object read(Unpacker in) {
      @Nullable Object[] values = all(in, element);
      return values == null ? null : List.of(values);
    }

    @Override
    public boolean holdsTexts() {
      return element.holdsTexts();
    }

    @Override
    public long spill(@Nullable Object value) {
      long octets = 0;
      if (value != null && element.holdsTexts()) {
        for (Object one : (List<?>) value) {
          octets += element.spill(one);
        }
      }
      return octets;
    }
  }

  /** A sorted set, in natural order. */
  record Sorted(Codec element) implements Codec {
    @Override
    public void write(Packer out, @Nullable Object value) {
      all(out, (SortedSet<?>) value, element);
    }

    @Override
    public @Nullable Object read(Unpacker in) {
      @Nullable Object[] values = all(in, element);
      if (values == null) {
        return null;
      }
      TreeSet<Object> set = new TreeSet<>();
      Collections.addAll(set, values);
      return set;
    }
  }

  private static void all(Packer out, @Nullable Collection<?> values, Codec element) {
    out.number(values == null ? 0 : 1 + values.size());
    if (values != null) {
      values.forEach(v -> element.write(out, v));
    }
  }

  private static @Nullable Object @Nullable [] all(Unpacker in, Codec element) {
    int size = in.count() - 1;
    if (size < 0) {
      return null;
    }
    @Nullable Object[] values = new Object[size];
    for (int i = 0; i < size; i++) {
      values[i] = element.read(in);
    }
    return values;
  }

  /** One of several records. */
  static final class Choice implements Codec {
    private final Map<Class<?>, Integer> places = new HashMap<>();
    private final List<Codec> each;

    Choice(List<Class<?>> choices, List<Codec> each) {
      this.each = List.copyOf(each);
      choices.forEach(c -> places.put(c, places.size() + 1));
    }

    @Override
    public void write(Packer out, @Nullable Object value) {
      if (value == null) {
        out.number(0);
        return;
      }
      int place = Objects.requireNonNull(places.get(value.getClass()));
      out.number(place);
      each.get(place - 1).write(out, value);
    }

    @Override
    public @Nullable Object read(Unpacker in) {
      int place = in.atMost(each.size());
      return place == 0 ? null : each.get(place - 1).read(in);
    }

    @Override
    public boolean holdsTexts() {
      return each.stream().anyMatch(Codec::holdsTexts);
    }

    @Override
    public long spill(@Nullable Object value) {
      @Nullable Integer place = value == null ? null : places.get(value.getClass());
      return place == null
          ? 0
          : each.get(place - 1).spill(value); // an unknown one stays in the heap
    }
  }
}
