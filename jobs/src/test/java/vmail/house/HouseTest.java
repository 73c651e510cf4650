package vmail.house;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be seen in the text of the sources; each rule is also shown something that breaks it. */
class HouseTest {

    private static final int LONGEST = 400;

    /** Catching these hides faults of ours behind messages about the surroundings. */
    private static final Pattern CATCHES_ALL =
            Pattern.compile("catch\\s*\\([^)]*(?<!\\w)(Exception|RuntimeException|Throwable|Error)\\b");

    /** A name in a string that nobody escapes or parses where it is wrong. */
    private static final Pattern LITERAL_DN = Pattern.compile("new DN\\(\\s*\"");

    private static final Pattern LEFT_FOR_LATER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    private static List<SourceFile> files = List.of();

    @BeforeAll
    static void readSources() throws IOException {
        files = SourceFile.all();

        assertThat(files).hasSizeGreaterThan(200);
    }

    @Test
    void noFileHasMoreThan400Lines() {
        assertThat(files.stream().filter(file -> file.lines().size() > LONGEST)).isEmpty();
    }

    @Test
    void nothingCatchesWhatItDoesNotKnow() {
        assertThat(mainWith(CATCHES_ALL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "} catch (Exception e) {",
                "} catch (final Throwable e) {",
                "} catch (IOException | java.lang.Exception e) {",
                "} catch (\n  RuntimeException e) {"
            })
    void aCatchOfAllIsSeen(String code) {
        assertThat(CATCHES_ALL.matcher(code).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"} catch (LDAPException e) {", "} catch (IOException | LDIFException e) {"})
    void aCatchOfWhatIsKnownIsNot(String code) {
        assertThat(CATCHES_ALL.matcher(code).find()).isFalse();
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(filesWith(LEFT_FOR_LATER, file -> true)).isEmpty();
        assertThat(LEFT_FOR_LATER.matcher("// TO" + "DO: count").find()).isTrue();
    }

    @Test
    void noNameIsWrittenAsAString() {
        assertThat(mainWith(LITERAL_DN)).isEmpty();
        assertThat(LITERAL_DN.matcher("new DN(\"o=company\")").find()).isTrue();
    }

    @Test
    void everyPackageIsExplainedAndNullMarked() {
        assertThat(unmarked(files.stream())).isEmpty();
    }

    @Test
    void aPackageWithoutThatIsSeen() {
        SourceFile alone =
                new SourceFile(Path.of("jobs/src/main/java/vmail/alone/Alone.java"), List.of("class Alone {}"));
        SourceFile silent = new SourceFile(
                Path.of("jobs/src/main/java/vmail/alone/package-info.java"), List.of("package vmail.alone;"));

        assertThat(unmarked(Stream.of(alone))).containsExactly(alone.folder());
        assertThat(unmarked(Stream.of(alone, silent))).containsExactly(alone.folder());
    }

    @Test
    void noPackageIsInTwoModules() {
        assertThat(inTwoModules(files.stream())).isEmpty();
        assertThat(inTwoModules(Stream.of("readers", "writers")
                        .map(module ->
                                new SourceFile(Path.of(module + "/src/main/java/vmail/rule/Extra.java"), List.of()))))
                .containsExactly(Path.of("vmail/rule"));
    }

    private static List<Path> mainWith(Pattern pattern) {
        return filesWith(pattern, SourceFile::isMain);
    }

    private static List<Path> filesWith(Pattern pattern, Predicate<SourceFile> which) {
        return files.stream()
                .filter(which)
                .filter(file -> pattern.matcher(file.text()).find())
                .map(SourceFile::path)
                .toList();
    }

    private static List<Path> unmarked(Stream<SourceFile> sources) {
        Map<Path, List<SourceFile>> packages =
                sources.filter(SourceFile::isMain).collect(groupingBy(SourceFile::folder));
        return packages.entrySet().stream()
                .filter(each -> each.getValue().stream().noneMatch(HouseTest::explainsAndMarks))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean explainsAndMarks(SourceFile file) {
        return file.name().equals("package-info.java")
                && file.text().startsWith("/**")
                && file.text().contains("\n@NullMarked\n");
    }

    private static List<Path> inTwoModules(Stream<SourceFile> sources) {
        Map<Path, Set<String>> modules = sources.filter(SourceFile::isMain)
                .collect(groupingBy(
                        file -> Path.of(file.folder().toString().replaceFirst(".*src/main/java/", "")),
                        mapping(file -> file.path().getName(0).toString(), toSet())));
        return modules.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }
}
