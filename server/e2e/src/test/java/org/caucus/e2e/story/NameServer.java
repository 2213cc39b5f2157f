package org.caucus.e2e.story;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;

/** A name server on loopback that knows the records it is given. */
final class NameServer implements AutoCloseable {
  private static final int MAX_OCTETS = 4096;
  private static final int STRING = 255;
  private static final int TTL = 60;

  private final DatagramSocket socket;
  private final Map<String, List<Record>> records = new ConcurrentHashMap<>();
  private final Set<String> failing = ConcurrentHashMap.newKeySet();

  NameServer() throws IOException {
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  void publish(String name, String text) {
    publish(new TXTRecord(name(name), DClass.IN, TTL, strings(text)));
  }

  /** Of this name, and all below it, it can say nothing now. */
  void fail(String name) {
    failing.add(name.toLowerCase(Locale.ROOT));
  }

  private boolean isFailing(Name name) {
    String asked = name.toString(true).toLowerCase(Locale.ROOT);
    return failing.stream().anyMatch(f -> asked.equals(f) || asked.endsWith("." + f));
  }

  /** One more of its kind. */
  void publish(Record record) {
    records.computeIfAbsent(key(record), k -> new CopyOnWriteArrayList<>()).add(record);
  }

  static Name name(String name) {
    try {
      return Name.fromString(name, Name.root);
    } catch (TextParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String key(Record record) {
    return record.getName().toString().toLowerCase(Locale.ROOT) + record.getType();
  }

  private void serve() {
    byte[] buffer = new byte[MAX_OCTETS];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        byte[] answer = answer(new Message(packet.getData()));
        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      } catch (IOException e) {
        // closed, or no question
      }
    }
  }

  private byte[] answer(Message question) {
    Record asked = question.getQuestion();
    Message answer = new Message(question.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.addRecord(asked, Section.QUESTION);
    List<Record> found = records.get(key(asked));
    if (isFailing(asked.getName())) {
      answer.getHeader().setRcode(Rcode.SERVFAIL);
    } else if (found == null) {
      answer.getHeader().setRcode(Rcode.NXDOMAIN);
    } else {
      found.forEach(record -> answer.addRecord(record, Section.ANSWER));
    }
    return answer.toWire();
  }

  private static List<String> strings(String text) {
    List<String> strings = new ArrayList<>();
    for (int from = 0; from < text.length(); from += STRING) {
      strings.add(text.substring(from, Math.min(text.length(), from + STRING)));
    }
    return strings;
  }

  @Override
  public void close() {
    socket.close();
  }
}
