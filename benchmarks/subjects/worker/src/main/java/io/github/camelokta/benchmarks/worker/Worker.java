/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;

/** Runs a subject for the driver: a line with a command comes in, a line with what was measured goes out. */
public final class Worker {
    private final Subject subject;

    private Worker(Subject subject) {
        this.subject = subject;
    }

    /**
     * Makes the subject, reads a user, says so, and serves until the input ends.
     *
     * @param args the URL of the org, and the subject's option
     */
    public static void serve(String[] args, Subject.Factory factory) throws Exception {
        PrintStream out = System.out;
        // Whatever a library has to say must not get between the answers.
        System.setOut(System.err);
        Subject subject = factory.create(args[0], args.length > 1 ? args[1] : "");
        subject.get(UserIds.some(1));
        out.println(Answer.of().with("ready", 1).text());
        BlockingQueue<String> commands = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> read(commands));
        reader.setDaemon(true);
        reader.start();
        Worker worker = new Worker(subject);
        while (true) {
            out.println(worker.answer(Command.of(commands.take())));
        }
    }

    /** Whoever gave the commands may be gone while one of them is carried out, which then may never end. */
    private static void read(BlockingQueue<String> commands) {
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
            }
        } catch (IOException e) {
            e.printStackTrace();
        }
        Runtime.getRuntime().halt(0);
    }

    private String answer(Command command) {
        try {
            return switch (command.name()) {
                case "load" -> new LoadRun(subject, command).run(threads(command));
                case "list" -> new ListRun(command).run(subject);
                case "rate" -> new RateRun(subject, command).run();
                default -> throw new IllegalArgumentException(command.name());
            };
        } catch (Exception e) {
            e.printStackTrace();
            return Answer.of().with("broken", 1).text();
        }
    }

    private static ThreadFactory threads(Command command) throws ReflectiveOperationException {
        if (!command.is("threads", "virtual")) {
            return Thread::new;
        }
        // Java 17, which this is compiled for, has none.
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        return (ThreadFactory)
                Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
    }
}
