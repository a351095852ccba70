package io.pushsim.api.s3;

import io.pushsim.api.http.Exchange;
import io.pushsim.api.http.TableFile;
import io.pushsim.api.s3.S3Address.Level;
import io.pushsim.api.s3.S3Route.Binding;
import io.pushsim.api.s3.S3Route.Place;
import io.pushsim.api.s3.S3Route.Requirement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All of S3's operations by their requests, those that pushsim does not simulate too. */
final class S3Routes {
  private final List<S3Route> routes;

  private S3Routes(List<S3Route> routes) {
    this.routes = List.copyOf(routes);
  }

  /** The routes of AWS's API model; of two that match, the one that asks for more comes first. */
  static S3Routes ofModel() {
    return new S3Routes(
        TableFile.lines(S3Routes.class, "operations.txt").stream()
            .map(S3Routes::route)
            .sorted(Comparator.comparingInt(route -> -route.requirements().size()))
            .toList());
  }

  private static S3Route route(String line) {
    List<String> words = Arrays.asList(line.split(" "));
    List<String> further = words.subList(3, words.size());
    return new S3Route(
        words.get(0),
        words.get(1),
        Level.valueOf(words.get(2).toUpperCase(Locale.ROOT)),
        further.stream().filter(word -> !isBinding(word)).map(S3Routes::requirement).toList(),
        further.stream().filter(S3Routes::isBinding).map(S3Routes::binding).toList());
  }

  private static Place place(String word) {
    return switch (word.charAt(0)) {
      case '?' -> Place.QUERY;
      case '!' -> Place.HEADER;
      default -> throw new IllegalStateException("neither ? nor ! before " + word);
    };
  }

  private static boolean isBinding(String word) {
    return word.contains("=");
  }

  private static Requirement requirement(String word) {
    String[] parts = word.substring(1).split(":");
    return new Requirement(place(word), parts[0], Arrays.stream(parts).skip(1).findFirst());
  }

  private static Binding binding(String word) {
    String[] parts = word.substring(1).split("[=:]");
    S3Route.Type type =
        parts.length > 2
            ? S3Route.Type.valueOf(parts[2].toUpperCase(Locale.ROOT))
            : S3Route.Type.STRING;
    return new Binding(place(word), parts[0], parts[1], type);
  }

  Optional<S3Route> find(Exchange exchange, Level addressed) {
    return routes.stream().filter(route -> route.matches(exchange, addressed)).findFirst();
  }

  /** The operations' names. */
  List<String> operations() {
    return routes.stream().map(S3Route::operation).toList();
  }
}
