package studio.timbre.weights;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A hub on this computer that serves the files of a folder as the Hugging Face hub does, with faults on demand. */
public final class FaultyHub implements AutoCloseable {

  public static final String MODEL = "gull/tiny";
  private static final String REVISION = "0123456789abcdef0123456789abcdef01234567";

  private final HttpServer server;
  private final Map<String, byte[]> files = new TreeMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> statuses = new ConcurrentHashMap<>();

  /** The next answers of large files end after so many bytes. */
  final List<Integer> cuts = new CopyOnWriteArrayList<>();

  /** Large files stand still after so many bytes; -1 for never. */
  volatile int stallAfter = -1;

  volatile String wrongSum = "";
  volatile String redirectTo = "";
  volatile boolean ignoresRanges;
  private final AtomicInteger version = new AtomicInteger(1);

  public FaultyHub(Path folder) throws IOException {
    try (var list = Files.list(folder)) {
      for (Path file : list.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Every request so far: path, and the asked range behind a blank. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  public void failWith(String pathPart, int status) {
    statuses.put(pathPart, status);
  }

  void put(String file, byte[] content) {
    files.put(file, content);
    version.incrementAndGet();
  }

  byte[] file(String name) {
    return files.get(name);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String range = exchange.getRequestHeaders().getFirst("Range");
      requests.add(path + (range == null ? "" : " " + range));
      for (var status : statuses.entrySet()) {
        if (path.contains(status.getKey())) {
          exchange.sendResponseHeaders(status.getValue(), -1);
          return;
        }
      }
      String name = path.substring(path.lastIndexOf('/') + 1);
      if (path.equals("/api/models/" + MODEL)) {
        send(exchange, description());
      } else if (path.equals("/" + MODEL + "/resolve/" + REVISION + "/" + name)
          && files.containsKey(name)) {
        resolve(exchange, name);
      } else if (path.startsWith("/storage/") && files.containsKey(name)) {
        large(exchange, files.get(name), range);
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private byte[] description() throws IOException {
    var json = new JsonMapper();
    var root = json.createObjectNode().put("id", MODEL).put("sha", REVISION);
    var siblings = root.putArray("siblings");
    siblings.addObject().put("rfilename", "../../climbs.json").put("size", 3);
    siblings.addObject().put("rfilename", "README.md").put("size", 3);
    for (var file : files.entrySet()) {
      var sibling = siblings.addObject();
      sibling.put("rfilename", file.getKey()).put("size", file.getValue().length);
      if (isLarge(file.getKey())) {
        sibling
            .putObject("lfs")
            .put("size", file.getValue().length)
            .put("sha256", sum(file.getValue()));
      }
    }
    return json.writeValueAsBytes(root);
  }

  private static boolean isLarge(String name) {
    return name.endsWith(".safetensors") || name.endsWith(".gguf");
  }

  private String sum(byte[] content) {
    try {
      return wrongSum.isEmpty()
          ? HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content))
          : wrongSum;
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Small files come at once; large ones lie in a storage that the hub points to. */
  private void resolve(HttpExchange exchange, String name) throws IOException {
    if (!isLarge(name)) {
      send(exchange, files.get(name));
      return;
    }
    var headers = exchange.getResponseHeaders();
    headers.set("X-Linked-Etag", "\"" + sum(files.get(name)) + "\"");
    headers.set("X-Linked-Size", Integer.toString(files.get(name).length));
    headers.set("Location", redirectTo.isEmpty() ? "/storage/" + name : redirectTo);
    exchange.sendResponseHeaders(302, -1);
  }

  private static void send(HttpExchange exchange, byte[] content) throws IOException {
    exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
    exchange.getResponseBody().write(content);
  }

  private void large(HttpExchange exchange, byte[] content, String range) throws IOException {
    String tag = "\"v" + version.get() + "\"";
    exchange.getResponseHeaders().set("ETag", tag);
    int from = 0;
    boolean fresh = tag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
    if (range != null && fresh && !ignoresRanges) {
      from = Integer.parseInt(range.replaceAll("\\D", ""));
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
      exchange.sendResponseHeaders(206, content.length - from);
    } else {
      exchange.sendResponseHeaders(200, content.length);
    }
    int cut = cuts.isEmpty() ? content.length : from + cuts.removeFirst();
    var out = exchange.getResponseBody();
    var pieces = new ArrayList<>(List.of(from, Math.min(cut, content.length)));
    if (stallAfter >= 0) {
      out.write(Arrays.copyOfRange(content, from, from + stallAfter));
      out.flush();
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return;
    }
    out.write(Arrays.copyOfRange(content, pieces.getFirst(), pieces.getLast()));
    out.flush();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
