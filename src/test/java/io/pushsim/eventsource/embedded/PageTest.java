package io.pushsim.eventsource.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.eventsource.embedded.Page.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final List<String> KEYS = List.of("a", "a/b", "a/c", "b//d", "b//e", "c");

  private static Page<String> page(String prefix, String delimiter, String after, int most) {
    return Page.of(
        KEYS,
        Function.identity(),
        Question.of(prefix, delimiter, after.isEmpty() ? null : after, most));
  }

  @Test
  void putsWhatIsBehindADelimiterTogether() {
    Page<String> page = page("", "/", "", 1000);

    assertThat(page.entries()).containsExactly("a", "c");
    assertThat(page.commonPrefixes()).containsExactly("a/", "b/");
    assertThat(page.next()).isEmpty();
  }

  @Test
  void takesAnyDelimiter() {
    assertThat(page("b/", "/d", "", 1000).commonPrefixes()).containsExactly("b//d");
    assertThat(page("b/", "/d", "", 1000).entries()).containsExactly("b//e");
  }

  @Test
  void goesOnBehindACommonPrefix() {
    Page<String> first = page("", "/", "", 2);

    assertThat(first.entries()).containsExactly("a");
    assertThat(first.commonPrefixes()).containsExactly("a/");
    assertThat(first.next()).contains("a/");
    assertThat(page("", "/", "a/", 2).commonPrefixes()).containsExactly("b/");
    assertThat(page("", "/", "a/", 2).next()).isEmpty();
  }

  @Test
  void hasNothing_whenNothingIsAskedFor() {
    assertThat(page("", "", "", 0)).isEqualTo(new Page<>(List.of(), List.of(), Optional.empty()));
  }

  @Property
  void listsAllOnce_whateverThePagesSize(
      @ForAll @Size(max = 30) List<@StringLength(max = 6) @CharRange(from = 'a', to = 'c') String> words,
      @ForAll @IntRange(min = 1, max = 7) int most,
      @ForAll boolean delimited) {
    TreeSet<String> sorted = new TreeSet<>(Utf8Order.KEYS);
    words.forEach(word -> sorted.add(word.replace('c', '/')));
    List<String> all = new ArrayList<>(sorted);
    String delimiter = delimited ? "/" : "";
    Page<String> whole =
        Page.of(all, Function.identity(), Question.of(null, delimiter, null, null));

    List<String> seen = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<String> page =
          Page.of(all, Function.identity(), Question.of(null, delimiter, after.orElse(null), most));
      seen.addAll(page.entries());
      seen.addAll(page.commonPrefixes());
      after = page.next();
    } while (after.isPresent());

    List<String> expected = new ArrayList<>(whole.entries());
    expected.addAll(whole.commonPrefixes());
    assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
  }
}
