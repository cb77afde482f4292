package dev.clientportal.e2e.compose;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code docker/Dockerfile} says of images and files. */
final class Dockerfile {
    static final String NAME = "docker/Dockerfile";

    /** Builds the jars; where they are built already it is left out. */
    static final String SOURCE = "source";

    private static final Pattern FROM = Pattern.compile("(?m)^FROM (\\S+) AS (\\S+)$");
    private static final Pattern ARG = Pattern.compile("(?m)^ARG (\\w+)=(\\S+)$");
    private static final Pattern COPY = Pattern.compile("(?m)^COPY (?!--from)(.+) \\S+$");

    private final String text = Repository.text(NAME);

    /** The images of others, by the stage that begins with each. */
    Map<String, String> baseImages() {
        Set<String> own = stages();
        return FROM
                .matcher(text)
                .results()
                .collect(Collectors.toMap(from -> from.group(2), this::image))
                .entrySet()
                .stream()
                .filter(from ->
                        !own.contains(from.getValue()) && !from.getValue().equals("scratch"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Set<String> stages() {
        return FROM.matcher(text).results().map(from -> from.group(2)).collect(Collectors.toSet());
    }

    /** What it takes from the repository. */
    List<String> sources() {
        return COPY.matcher(text)
                .results()
                .flatMap(copy -> Arrays.stream(copy.group(1).split(" ")))
                .toList();
    }

    private String image(MatchResult from) {
        Map<String, String> arguments = new HashMap<>();
        ARG.matcher(text).results().forEach(arg -> arguments.put(arg.group(1), arg.group(2)));
        return Pattern.compile("\\$\\{(\\w+)}")
                .matcher(from.group(1))
                .replaceAll(used -> Matcher.quoteReplacement(arguments.get(used.group(1))));
    }
}
