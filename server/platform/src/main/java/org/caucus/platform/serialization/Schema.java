package org.caucus.platform.serialization;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What a type is made of, down to numbers and strings: records of records, lists, enums, sealed
 * interfaces. From it follow both how its values are written and a fingerprint, so no change of a
 * type can go unnoticed by who reads what was written before it.
 *
 * @param <T> the type
 */
public final class Schema<T> {
  /** Counts changes of how values are written that no type shows. */
  private static final int FORMAT = 1;

  private final Class<T> type;
  private final Map<Class<?>, List<Class<?>>> open;
  private final Map<Class<?>, Codec> forms = new HashMap<>();
  private final Map<String, String> described = new TreeMap<>();
  private final Codec root;
  private final String fingerprint;

  /**
   * @param type a record
   * @param open the classes that interfaces which are not sealed stand for, in a fixed order
   */
  public Schema(Class<T> type, Map<Class<?>, List<Class<?>>> open) {
    this.type = type;
    this.open = open;
    this.root = form(type);
    this.fingerprint = hash(describe());
  }

  /** Equal if and only if the types are made of the same, in the same order: 64 hex digits. */
  public String fingerprint() {
    return fingerprint;
  }

  /** What the fingerprint is taken of. */
  String describe() {
    return FORMAT + " " + type.getName() + " " + described;
  }

  void write(Packer out, T value) {
    root.write(out, value);
  }

  /**
   * Takes every long text out of the heap, wherever in it it is: it becomes part of a state, and
   * stays for years.
   *
   * @return octets that the log has for those texts
   */
  public long spill(T value) {
    return root.spill(value);
  }

  T read(Unpacker in) {
    return type.cast(Objects.requireNonNull(root.read(in)));
  }

  private Codec form(Type type) {
    if (type instanceof ParameterizedType p) {
      Codec element = form(p.getActualTypeArguments()[0]);
      if (p.getRawType() == List.class) {
        return new Codecs.Many(element);
      } else if (p.getRawType() == SortedSet.class) {
        return new Codecs.Sorted(element);
      }
    } else if (type instanceof Class<?> c) {
      Codec known = forms.get(c);
      if (known == null) {
        known = made(c);
        forms.put(c, known);
      }
      return known;
    }
    throw new IllegalArgumentException("no form for " + type.getTypeName());
  }

  private Codec made(Class<?> type) {
    Codec simple = Codecs.SIMPLE.get(type);
    if (simple != null) {
      return simple;
    }
    if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      described.put(type.getName(), List.of(constants).toString());
      return new Codecs.OneOf(constants);
    }
    if (type.isRecord()) {
      return record(type);
    }
    if (type.isSealed()) {
      return choice(type, List.of(type.getPermittedSubclasses()));
    }
    if (open.containsKey(type)) {
      return choice(type, open.get(type));
    }
    throw new IllegalArgumentException("no form for " + type.getName());
  }

  private Codec choice(Class<?> type, List<Class<?>> choices) {
    described.put(type.getName(), choices.toString());
    List<Codec> each = new ArrayList<>();
    choices.forEach(c -> each.add(form(c)));
    return new Codecs.Choice(choices, each);
  }

  private Codec record(Class<?> type) {
    List<String> parts = new ArrayList<>();
    List<Codec> each = new ArrayList<>();
    for (var component : type.getRecordComponents()) {
      parts.add(component.getGenericType().getTypeName() + " " + component.getName());
      each.add(form(component.getGenericType()));
    }
    described.put(type.getName(), parts.toString());
    return new RecordCodec(type, each);
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
