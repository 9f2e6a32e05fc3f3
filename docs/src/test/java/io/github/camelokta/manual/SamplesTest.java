/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/**
 * Every sample of the manual compiles, and its routes start; those of the page of operations are run. What is a piece of a file
 * that other tests try is still in that file.
 */
@ExtendWith(OktaSimulatorExtension.class)
class SamplesTest {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Map<String, Integer> COUNT = new TreeMap<>();

    static List<Sample> samples() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (Path page : pages()) {
            samples.addAll(SampleReader.read(ROOT, page));
        }
        return samples;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_works(Sample sample, OktaSimulator okta) throws Exception {
        if (sample.origin().isPresent()) {
            Origin.check(ROOT, sample, sample.origin().get());
            COUNT.merge("pieces of files that other tests try", 1, Integer::sum);
            return;
        }
        switch (sample.language()) {
            case "java" -> java(sample, okta);
            case "yaml" -> yaml(sample, okta);
            case "properties" -> OptionNames.check(sample);
            case "xml" ->
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader("<sample>" + sample.text() + "</sample>")));
            case "json" ->
                assertThatCode(() -> new ObjectMapper().readTree(sample.text()))
                        .as(sample.toString())
                        .doesNotThrowAnyException();
            default -> {
                return;
            }
        }
        COUNT.merge(sample.language(), 1, Integer::sum);
    }

    @Test
    void a_page_has_samples_in_both_languages() throws IOException {
        assertThat(samples()).extracting(Sample::language).contains("java", "yaml", "properties");
    }

    @AfterAll
    static void print() {
        System.out.println("Samples of the manual that were tried: " + COUNT);
    }

    private static void java(Sample sample, OktaSimulator okta) throws Exception {
        Optional<RoutesBuilder> routes = new JavaSample(ROOT, sample).compile();
        try (SampleContext context = new SampleContext(okta, sample.text())) {
            if (routes.isPresent()) {
                context.context.addRoutes(routes.get());
            }
            start(sample, context, okta);
        }
    }

    private static void yaml(Sample sample, OktaSimulator okta) throws Exception {
        try (SampleContext context = new SampleContext(okta, sample.text())) {
            PluginHelper.getRoutesLoader(context.context)
                    .loadRoutes(ResourceHelper.fromString("sample.camel.yaml", sample.text()));
            assertThat(context.context.getRouteDefinitions())
                    .as("routes of %s", sample)
                    .isNotEmpty();
            start(sample, context, okta);
        }
    }

    private static void start(Sample sample, SampleContext context, OktaSimulator okta) {
        assertThatCode(context.context::start)
                .as("%s%n%s", sample, sample.text())
                .doesNotThrowAnyException();
        if (sample.source().endsWith("operations.adoc")) {
            new ExampleRun(okta).run(sample, context.context);
        }
    }

    /** The chapters, the README, and the pages of examples and simulator. */
    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(
                List.of(Path.of("README.md"), Path.of("camel-okta-users/src/main/docs/okta-users-component.adoc")));
        try (Stream<Path> chapters = Files.list(ROOT.resolve("docs"))) {
            chapters.filter(file -> file.toString().endsWith(".adoc")).sorted().forEach(pages::add);
        }
        try (Stream<Path> files = Files.walk(ROOT, 3)) {
            files.filter(file -> file.endsWith("README.md") && !file.getParent().equals(ROOT))
                    .sorted()
                    .forEach(pages::add);
        }
        return pages.stream().map(ROOT::resolve).map(ROOT::relativize).toList();
    }
}
