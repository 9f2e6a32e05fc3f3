/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.apache.camel.RoutesBuilder;

/**
 * Compiles a sample: types as they are, {@code from(..)} and other statements in a route builder, what begins with an annotation
 * as its member, and what begins with a dot as the end of a route. What a reader would have imported is imported.
 */
final class JavaSample {
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(public |final |abstract )*(class|record|interface|enum) \\w+");
    private static final List<String> IMPORTS = List.of(
            "java.io.*",
            "java.nio.file.*",
            "java.time.*",
            "java.util.*",
            "io.github.camelokta.simulator.spring.AutoConfigureOktaSimulator",
            "io.github.camelokta.simulator.*",
            "io.github.camelokta.simulator.fault.*",
            "io.github.camelokta.simulator.junit.*",
            "io.github.camelokta.simulator.limit.*",
            "io.github.camelokta.simulator.oauth.*",
            "io.github.camelokta.simulator.org.*",
            "io.github.camelokta.users.*",
            "io.github.camelokta.users.api.*",
            "org.apache.camel.*",
            "org.apache.camel.builder.*",
            "org.apache.camel.impl.*",
            "org.apache.camel.impl.engine.*",
            "org.apache.camel.main.*",
            "org.apache.camel.spi.*",
            "org.apache.camel.support.processor.state.*",
            "org.junit.jupiter.api.*",
            "org.junit.jupiter.api.extension.*",
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.boot.test.context.SpringBootTest",
            "org.springframework.context.annotation.Bean",
            "static org.assertj.core.api.Assertions.*");

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** One for all samples: it keeps what it has read of jars. */
    private static final JavaFileManager FILES = COMPILER.getStandardFileManager(null, Locale.ROOT, null);

    private final Sample sample;
    private final Path sources;

    /** A page beside sources, as that of an example, may use them. */
    JavaSample(Path root, Sample sample) {
        this.sample = sample;
        this.sources = root.resolve(sample.source()).resolveSibling(Path.of("src", "main", "java"));
    }

    /** The sample's route builder, if it is one. */
    Optional<RoutesBuilder> compile() throws ReflectiveOperationException {
        boolean types = TYPE.matcher(sample.text()).find();
        Classes classes = new Classes(javac(types ? unit() : wrapped()));
        for (String name : classes.names()) {
            Class<?> type = classes.loadClass(name);
            if (RoutesBuilder.class.isAssignableFrom(type) && !type.isAnonymousClass()) {
                Constructor<?> constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                return Optional.of((RoutesBuilder) constructor.newInstance());
            }
        }
        return Optional.empty();
    }

    private String unit() {
        String declaration = sample.text()
                .lines()
                .filter(line -> line.startsWith("package "))
                .collect(Collectors.joining());
        return declaration + head() + sample.text().substring(declaration.length());
    }

    private String wrapped() {
        String text = sample.text().strip();
        String imports = text.lines().filter(line -> line.startsWith("import ")).collect(Collectors.joining("\n"));
        String statements =
                text.lines().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n"));
        String start = statements.strip().startsWith(".") ? "from(\"direct:sample\")" : "";
        boolean isMember = statements.strip().startsWith("@");
        return head() + imports + "\nclass SampleRoutes extends RouteBuilder {\n"
                + (isMember ? statements : "")
                + "\npublic void configure() throws Exception {\nCamelContext context = getContext();\n"
                + (isMember ? "" : start + statements + (start.isEmpty() ? "" : ";")) + "\n}\n}\n";
    }

    private static String head() {
        return IMPORTS.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining());
    }

    private Map<String, byte[]> javac(String text) {
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        Map<String, ByteArrayOutputStream> made = new HashMap<>();
        JavaFileManager files = new InMemory(FILES, made);
        List<String> options = List.of("-proc:none", "-implicit:class", "-sourcepath", sources.toString());
        boolean good = COMPILER.getTask(null, files, problems, options, null, List.of(new Source(text)))
                .call();
        if (!good) {
            List<String> sentences = new ArrayList<>(List.of(sample + " does not compile:"));
            problems.getDiagnostics().stream()
                    .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                    .forEach(problem -> sentences.add(problem.getMessage(Locale.ROOT)));
            throw new AssertionError(String.join("\n", sentences) + "\n" + sample.text());
        }
        return made.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .toByteArray()));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Sample.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return kind == Kind.SOURCE;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> made;

        InMemory(JavaFileManager files, Map<String, ByteArrayOutputStream> made) {
            super(files);
            this.made = made;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + name.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() throws IOException {
                    return made.computeIfAbsent(name, key -> new ByteArrayOutputStream());
                }
            };
        }
    }

    private static final class Classes extends ClassLoader {
        private final Map<String, byte[]> made;

        Classes(Map<String, byte[]> made) {
            super(JavaSample.class.getClassLoader());
            this.made = made;
        }

        List<String> names() {
            return List.copyOf(made.keySet());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = made.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
