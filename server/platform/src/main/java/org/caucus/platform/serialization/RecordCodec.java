package org.caucus.platform.serialization;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A record: its components in order, put together by its own constructor. */
final class RecordCodec implements Codec {
  /** Records up to this size of nothing but words come again and again, such as ids of seats. */
  private static final int SMALL = 2;

  private final Constructor<?> constructor;
  private final Method[] accessors;
  private final Codec[] forms;
  private final boolean small;

  /** Places of the components with texts that may lie outside the heap. */
  private final int[] texts;

  RecordCodec(Class<?> type, List<Codec> forms) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      this.constructor = type.getConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type.getName() + " is not public", e);
    }
    this.accessors =
        Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
    this.forms = forms.toArray(new Codec[0]);
    this.small =
        components.length <= SMALL && forms.stream().allMatch(f -> f instanceof Codecs.Word);
    this.texts = IntStream.range(0, forms.size()).filter(i -> forms.get(i).holdsTexts()).toArray();
  }

  @Override
  public void write(Packer out, @Nullable Object value) {
    if (value == null) {
      out.number(0);
      return;
    }
    out.number(1);
    for (int i = 0; i < forms.length; i++) {
      forms[i].write(out, shown(value, i));
    }
  }

  @Override
  public boolean holdsTexts() {
    return texts.length > 0;
  }

  @Override
  public long spill(@Nullable Object value) {
    long octets = 0;
    if (value != null) {
      for (int place : texts) {
        octets += forms[place].spill(shown(value, place));
      }
    }
    return octets;
  }

  private @Nullable Object shown(Object value, int place) {
    try {
      return accessors[place].invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record does not show what it is made of", e);
    }
  }

  @Override
  public @Nullable Object read(Unpacker in) {
    if (in.number() == 0) {
      return null;
    }
    @Nullable Object[] values = new Object[forms.length];
    for (int i = 0; i < forms.length; i++) {
      values[i] = forms[i].read(in);
    }
    try {
      Object made = constructor.newInstance(values);
      return small ? in.same(made) : made;
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("a record cannot be made of this", e);
    }
  }
}
