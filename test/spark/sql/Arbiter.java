import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser;

/**
 * Asks Spark's own parser about many texts in one call from Python; Spark's own Janino compiles it, so that a JRE is enough.
 * Offsets are UTF-16 code units into the text that was asked about.
 */
public final class Arbiter {
  private static final ObjectMapper JSON = new ObjectMapper();
  /** What is a script from its first word on, which is never split. */
  private static final Pattern SCRIPT =
      Pattern.compile("(?is)(?:\\s|--[^\n]*(?:\n|$)|/\\*.*?\\*/)*BEGIN\\b");
  private final ParserInterface parser;
  private final Object splitter;
  private final Method split;
  private final boolean hasScripts;

  public Arbiter(ParserInterface parser, Boolean hasScripts) throws Exception {
    this.parser = parser;
    this.hasScripts = hasScripts.booleanValue();
    Class driver = Class.forName("org.apache.spark.sql.hive.thriftserver.SparkSQLCLIDriver");
    splitter = withoutConstructor(driver);
    split = methodOf(driver, "splitSemiColon");
  }

  /** A JSON list of texts; answers the list of their labels. */
  public String label(String texts) throws Exception {
    ArrayNode labels = JSON.createArrayNode();
    Iterator each = JSON.readTree(texts).elements();
    while (each.hasNext()) labels.add(labelOf(((JsonNode) each.next()).asText()));
    forgetPredictions();
    return JSON.writeValueAsString(labels);
  }

  /** ANTLR keeps what it predicted for as long as the JVM lives; for texts that are all different that is without bound. */
  private static void forgetPredictions() {
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    if (used < runtime.maxMemory() / 2) return;
    new SqlBaseParser(null).getInterpreter().clearDFA();
    new SqlBaseLexer(null).getInterpreter().clearDFA();
    System.gc();
  }

  /** A text of several statements is accepted when each of them is; else it has the label of the first that is not. */
  private ObjectNode labelOf(String text) throws Exception {
    List pieces = piecesOf(text);
    if (pieces.size() < 2) return labelOfPiece(text, text, 0);
    int from = 0;
    for (int at = 0; at < pieces.size(); at++) {
      String piece = (String) pieces.get(at);
      int start = text.indexOf(piece, from);
      if (start < 0) return labelOfPiece(text, text, 0);
      from = start + piece.length();
      ObjectNode label = labelOfPiece(piece, text, start);
      if (!label.get("accepts").asBoolean()) return label;
    }
    return accepted();
  }

  private ObjectNode labelOfPiece(String piece, String text, int start) {
    try {
      parser.parsePlan(piece);
      return accepted();
    } catch (Throwable error) {
      if (error instanceof VirtualMachineError && !(error instanceof StackOverflowError)) throw (Error) error;
      return rejected(error, piece, text, start);
    }
  }

  private static ObjectNode accepted() {
    ObjectNode label = JSON.createObjectNode();
    label.put("accepts", true);
    return label;
  }

  private static ObjectNode rejected(Throwable error, String piece, String text, int start) {
    ObjectNode label = JSON.createObjectNode();
    label.put("accepts", false);
    label.put("class", classOf(error));
    label.put("message", firstLine(error.getMessage()));
    if (!(error instanceof ParseException)) return label;
    ParseException parse = (ParseException) error;
    if (parse.line().isEmpty() || parse.startPosition().isEmpty()) return label;
    int line = ((Integer) parse.line().get()).intValue();
    int column = ((Integer) parse.startPosition().get()).intValue();
    label.put("offset", start + offsetOf(piece, line, column));
    Object last = parse.stop() == null ? null : lastIndexOf(parse);
    if (last instanceof Integer) {
      int stop = ((Integer) last).intValue();
      int characters = piece.codePointCount(0, piece.length());
      if (stop + 1 <= characters && stop >= 0) label.put("stop", start + piece.offsetByCodePoints(0, stop + 1));
    }
    return label;
  }

  private static Object lastIndexOf(ParseException parse) {
    return parse.stop().stopIndex().isEmpty() ? null : parse.stop().stopIndex().get();
  }

  /** ANTLR counts lines by "\n" from 1, and code points in a line from 0. */
  private static int offsetOf(String text, int line, int column) {
    int from = 0;
    for (int at = 1; at < line; at++) from = text.indexOf('\n', from) + 1;
    int left = text.codePointCount(from, text.length());
    return column >= left ? text.length() : text.offsetByCodePoints(from, column);
  }

  private static String classOf(Throwable error) {
    if (error instanceof SparkThrowable) {
      String name = ((SparkThrowable) error).getErrorClass();
      if (name != null) return name;
    }
    return error.getClass().getSimpleName();
  }

  private static String firstLine(String message) {
    String text = message == null ? "" : message.trim();
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  /** Empty when the text is one statement. */
  private List piecesOf(String text) throws Exception {
    List pieces = new ArrayList();
    if (text.indexOf(';') < 0 || (hasScripts && SCRIPT.matcher(text).lookingAt())) return pieces;
    Iterator each = ((List) split.invoke(splitter, new Object[] {text})).iterator();
    while (each.hasNext()) {
      String piece = (String) each.next();
      if (!piece.trim().isEmpty()) pieces.add(piece);
    }
    return pieces;
  }

  private static Method methodOf(Class owner, String name) {
    Method[] all = owner.getDeclaredMethods();
    for (int at = 0; at < all.length; at++) {
      if (all[at].getName().endsWith(name)) {
        all[at].setAccessible(true);
        return all[at];
      }
    }
    throw new IllegalStateException(owner.getName() + " has no " + name);
  }

  /** The command line's constructor opens a session of Hive, of which its splitter uses nothing. */
  private static Object withoutConstructor(Class kind) throws Exception {
    Class unsafe = Class.forName("sun.misc.Unsafe");
    Field field = unsafe.getDeclaredField("theUnsafe");
    field.setAccessible(true);
    Method allocate = unsafe.getMethod("allocateInstance", new Class[] {Class.class});
    return allocate.invoke(field.get(null), new Object[] {kind});
  }
}
