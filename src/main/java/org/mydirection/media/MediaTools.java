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
import org.bytedeco.javacpp.Loader;
import org.mydirection.shared.StartRefused;

/**
 * Runs ffmpeg and ffprobe as child processes in a {@link Sandbox}: own files only, a clock that ends them with all that
 * they began, and limits. Nothing of this process's environment is passed on;
 * libraries are looked for beside the tool first.
 */
@ApplicationScoped
class MediaTools {

    private static final int MOST_REMARKS = 64 * 1024;

    @Inject
    MediaSettings settings;

    private volatile Path ffmpeg;
    private volatile Path ffprobe;
    private volatile Sandbox sandbox;

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
        sandbox = new Sandbox(ffmpeg, settings.workFolder());
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
     * @throws ToolEnded when it crashed or ran into a limit
     * @throws ToolFailed when it could not be run, or the disk is full
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

    /** The arguments that open one file with the one demuxer and the few decoders of its type, and nothing else. */
    public static List<String> input(SourceType type, Path file) {
        List<String> arguments = new ArrayList<>(List.of("-codec_whitelist", type.decoders()));
        arguments.addAll(container(type, file));
        return arguments;
    }

    /** The same for looking at what is in it: a film or the artwork of an album must not look like a broken file. */
    public static List<String> container(SourceType type, Path file) {
        return List.of(
                "-protocol_whitelist",
                "file,pipe",
                "-format_whitelist",
                type.demuxer(),
                "-f",
                type.demuxer(),
                "-i",
                "file:" + file);
    }

    private ToolRun run(Path tool, List<String> arguments, Path work, Duration limit) throws IOException {
        Path output = Files.createTempFile(work, "out", "");
        Path remarks = Files.createTempFile(work, "err", "");
        ProcessBuilder builder = new ProcessBuilder(sandbox.around(command(tool, arguments), work, limit))
                .directory(work.toFile())
                .redirectInput(nothing())
                .redirectOutput(output.toFile())
                .redirectError(remarks.toFile());
        builder.environment().clear();
        // Libraries beside a tool name each other without saying where they lie.
        builder.environment().put("LD_LIBRARY_PATH", tool.getParent().toString());
        Process process = builder.start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ToolEnded("a media tool ran longer than " + limit.toSeconds() + " s and was ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToolFailed("the wait for a media tool was interrupted");
        } finally {
            sandbox.end(process);
        }
        return judge(process.exitValue(), output, read(remarks));
    }

    private static List<String> command(Path tool, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(tool.toString()));
        command.addAll(arguments);
        return command;
    }

    private static ToolRun judge(int exit, Path output, String remarks) throws IOException {
        if (remarks.contains("No space left on device")) {
            throw new ToolFailed("a media tool found no room on the disk (exit code " + exit + ")");
        }
        boolean ended = exit > 128 && exit != 255 && exit < 160;
        if (ended || remarks.contains("Cannot allocate memory")) {
            throw new ToolEnded("a media tool crashed or ran out of time, memory or room (exit code " + exit + ")");
        }
        if (exit == 126 || exit == 127) {
            throw new ToolFailed("a media tool could not be run (exit code " + exit + ")");
        }
        return new ToolRun(exit == 0, output, remarks);
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
}
