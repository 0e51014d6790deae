package org.mydirection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestLinesTest {

    private final Log log = new Log();
    private final RequestLines lines = new RequestLines(log, "INFO door");

    @Test
    void aLineHasItsTimeAndItsKind() {
        lines.add("request=1");
        lines.close();

        assertThat(log.text()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z INFO door request=1\n");
    }

    @Test
    void closingLosesNoneAndKeepsTheOrderOfEachRequester() throws InterruptedException {
        List<Thread> requesters = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String name = "requester=" + i;
            Thread requester =
                    new Thread(() -> IntStream.range(0, 3000).forEach(number -> lines.add(name + " number=" + number)));
            requester.start();
            requesters.add(requester);
        }
        for (Thread requester : requesters) {
            requester.join();
        }
        lines.close();

        for (int i = 0; i < 4; i++) {
            String name = "requester=" + i + " ";
            assertThat(log.text().lines().filter(line -> line.contains(name)))
                    .as("lines of %s", name)
                    .hasSize(3000)
                    .map(line -> Integer.parseInt(line.replaceAll(".*number=", "")))
                    .isSorted();
        }
    }

    @Test
    void manyLinesAreOneWriteOfWholeLinesThatAPipeTakesInOnePiece() {
        IntStream.range(0, 500).forEach(number -> lines.add("request=" + number + " " + "x".repeat(80)));
        lines.close();

        assertThat(log.writes)
                .hasSizeLessThan(50)
                .allSatisfy(write -> assertThat(write).endsWith("\n").hasSizeLessThanOrEqualTo(4096));
        assertThat(log.text().lines()).hasSize(500);
    }

    @Test
    void whatComesAfterTheEndIsWrittenAtOnce() {
        lines.close();
        lines.add("request=late");

        assertThat(log.text()).endsWith("request=late\n");
    }

    private static final class Log extends ByteArrayOutputStream {

        private final List<String> writes = new ArrayList<>();

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            writes.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
            super.write(bytes, offset, length);
        }

        @Override
        public void write(byte[] bytes) {
            write(bytes, 0, bytes.length);
        }

        synchronized String text() {
            return toString(StandardCharsets.UTF_8);
        }
    }
}
