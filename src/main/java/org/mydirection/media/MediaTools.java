package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.mydirection.shared.StartRefused;

/**
 * Runs ffmpeg and ffprobe as child processes: own files only, a clock that ends them, and limits on memory, processor
 * time and file size where the system has {@code prlimit}. Nothing of this process's environment is passed on.
 */
@ApplicationScoped
class MediaTools {

    private static final long MEBIBYTE = 1024L * 1024;

    /** Address space: the decoder of an AVIF of 50 megapixels and its output fit. */
    private static final long MOST_MEMORY = 2048 * MEBIBYTE;

    /** A file that a tool may write: 50 megapixels of 4 channels, hardly compressed. */
    private static final long LARGEST_FILE = 400 * MEBIBYTE;

    private static final int MOST_REMARKS = 64 * 1024;

    @Inject
    MediaSettings settings;

    private volatile Path ffmpeg;
    private volatile Path ffprobe;
    private volatile Optional<Path> prlimit = Optional.empty();

    /** Finds or lays out the executables and runs each once; throws {@link StartRefused} when they do not run. */
    public void open() {
        Optional<Path> folder = settings.ffmpegFolder();
        try {
            ffmpeg = folder.map(path -> path.resolve("ffmpeg"))
                    .orElseGet(() -> packed(org.bytedeco.ffmpeg.ffmpeg.class));
            ffprobe = folder.map(path -> path.resolve("ffprobe"))
                    .orElseGet(() -> packed(org.bytedeco.ffmpeg.ffprobe.class));
        } catch (RuntimeException | UnsatisfiedLinkError e) {
            throw new StartRefused(
                    "The ffmpeg packed into the application can't be used here: let the setting ffmpeg.path name a"
                            + " folder with ffmpeg and ffprobe.",
                    e);
        }
        prlimit = onPath("prlimit");
        if (!answer()) {
            throw new StartRefused("ffmpeg and ffprobe in " + ffmpeg.getParent()
                    + " do not run: let the setting ffmpeg.path name a folder with ones that do.");
        }
    }

    /** Whether both tools can be run now. */
    public boolean answer() {
        if (ffmpeg == null || ffprobe == null) {
            return false;
        }
        try {
            Path work = settings.workFolder().resolve("probe-" + UUID.randomUUID());
            OwnerOnly.folder(work);
            try {
                return run(ffmpeg, List.of("-version"), work, Duration.ofSeconds(20))
                                .accepted()
                        && run(ffprobe, List.of("-version"), work, Duration.ofSeconds(20))
                                .accepted();
            } finally {
                WorkFolder.remove(work);
            }
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Runs ffmpeg without a terminal, overwriting nothing.
     *
     * @param work the folder in which it runs; the tool's output lands there too
     * @param limit after which it is killed
     * @throws ToolFailed when it was killed, or ran out of memory or disk
     */
    public ToolRun ffmpeg(Path work, Duration limit, List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-nostats", "-n"));
        all.addAll(arguments);
        return run(ffmpeg, all, work, limit);
    }

    /** Runs ffprobe and gives its output as lines. */
    public ToolRun ffprobe(Path work, Duration limit, List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("-hide_banner", "-v", "error"));
        all.addAll(arguments);
        return run(ffprobe, all, work, limit);
    }

    /** The arguments that open one file with one demuxer and nothing else. */
    public static List<String> input(String demuxer, Path file) {
        return List.of("-protocol_whitelist", "file,pipe", "-f", demuxer, "-i", "file:" + file);
    }

    private ToolRun run(Path tool, List<String> arguments, Path work, Duration limit) throws IOException {
        Path output = Files.createTempFile(work, "out", "");
        Path remarks = Files.createTempFile(work, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command(tool, arguments, limit))
                .directory(work.toFile())
                .redirectInput(nothing())
                .redirectOutput(output.toFile())
                .redirectError(remarks.toFile());
        builder.environment().clear();
        Process process = builder.start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ToolFailed("a media tool ran longer than " + limit.toSeconds() + " s and was ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToolFailed("the wait for a media tool was interrupted");
        } finally {
            end(process);
        }
        return judge(process.exitValue(), output, read(remarks));
    }

    private List<String> command(Path tool, List<String> arguments, Duration limit) {
        List<String> command = new ArrayList<>();
        prlimit.ifPresent(path -> command.addAll(List.of(
                path.toString(),
                "--as=" + MOST_MEMORY,
                "--cpu=" + 2 * limit.toSeconds(),
                "--fsize=" + LARGEST_FILE,
                "--core=0",
                "--")));
        command.add(tool.toString());
        command.addAll(arguments);
        return command;
    }

    private static ToolRun judge(int exit, Path output, String remarks) throws ToolFailed {
        boolean ended = exit > 128 && exit != 255 && exit < 160;
        if (ended || remarks.contains("No space left on device") || remarks.contains("Cannot allocate memory")) {
            throw new ToolFailed("a media tool ran out of time, memory or disk (exit code " + exit + ")");
        }
        if (exit == 126 || exit == 127) {
            throw new ToolFailed("a media tool could not be run (exit code " + exit + ")");
        }
        return new ToolRun(exit == 0, output, remarks);
    }

    private static void end(Process process) {
        if (process.isAlive()) {
            process.destroyForcibly();
            process.onExit()
                    .orTimeout(5, TimeUnit.SECONDS)
                    .exceptionally(late -> process)
                    .join();
        }
    }

    private static String read(Path remarks) throws IOException {
        try (InputStream in = Files.newInputStream(remarks)) {
            long size = Files.size(remarks);
            in.skipNBytes(Math.max(0, size - MOST_REMARKS));
            return new String(in.readNBytes(MOST_REMARKS), StandardCharsets.UTF_8);
        }
    }

    private static File nothing() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }

    private Path packed(Class<?> tool) {
        if (System.getProperty("org.bytedeco.javacpp.cachedir") == null) {
            System.setProperty(
                    "org.bytedeco.javacpp.cachedir", settings.toolsFolder().toString());
        }
        return Path.of(Loader.load(tool));
    }

    private static Optional<Path> onPath(String name) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
