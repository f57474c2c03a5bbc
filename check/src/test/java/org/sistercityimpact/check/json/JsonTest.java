package org.sistercityimpact.check.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void readsWhatItWrites() throws FaultyJson {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("text", "a \"quoted\" \\ line\nand\ta \u0001, 你好 😀");
    all.put("list", Arrays.asList(1, -2.5, true, null, List.of(), Map.of()));
    String written = Json.write(all);
    assertEquals(
        "{\"text\":\"a \\\"quoted\\\" \\\\ line\\u000aand\\u0009a \\u0001, 你好 😀\",\"list\":[1,-2.5,true,null,[],{}]}",
        written);
    Json read = Json.read(written);
    assertEquals(all.get("text"), read.get("text").text());
    assertEquals(
        "[1, -2.5, true, null, Items[all=[]], Members[all={}]]",
        read.get("list").texts().toString());
    assertTrue(read.get("none").isMissing());
  }

  @Test
  void keepsNumbersAsWritten() throws FaultyJson {
    assertEquals("99.90", Json.read(" 99.90 ").number().toString());
  }

  @Test
  void readsEscapes() throws FaultyJson {
    assertEquals("é/\n\"", Json.read("\"\\u00e9\\/\\n\\\"\"").text());
  }

  @Test
  void saysInWhichLineItCeasesToBeJson() {
    assertEquals("2: a value is missing", refusal("{\n\"name\": }"));
    assertEquals("1: ',' is missing", refusal("[1 2]"));
    assertEquals("3: '\"' is missing", refusal("{\"a\": 1,\n\n b: 2}"));
    assertEquals("1: 'yes' is no value", refusal("yes"));
    assertEquals("1: '\"' is missing", refusal("\"open"));
    assertEquals("1: nothing may stand behind the end", refusal("{} {}"));
    assertEquals("1: there is no such escape", refusal("\"\\x\""));
    assertEquals("1: a value is missing", refusal(""));
  }

  private static String refusal(String text) {
    FaultyJson e = assertThrows(FaultyJson.class, () -> Json.read(text));
    return e.line() + ": " + e.getMessage();
  }
}
