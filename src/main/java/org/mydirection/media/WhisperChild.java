package org.mydirection.media;

import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperJNI;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The child process of {@link WhisperDrafter}: {@code model samples words language threads}, where samples are 32-bit
 * floats at 16 kHz and words is the file to write. With the model alone it only opens that, without arguments it only loads
 * the engine. Knows the JDK and whisper-jni alone.
 */
final class WhisperChild {

    private static final int NO_MODEL = 3;
    private static final int NOT_UNDERSTOOD = 4;

    private WhisperChild() {}

    public static void main(String[] arguments) throws IOException {
        WhisperJNI.loadLibrary();
        if (arguments.length > 0) {
            WhisperJNI whisper = new WhisperJNI();
            WhisperContext context = whisper.init(Path.of(arguments[0]));
            System.exit(context == null ? NO_MODEL : arguments.length == 5 ? hear(whisper, context, arguments) : 0);
        }
    }

    private static int hear(WhisperJNI whisper, WhisperContext context, String[] arguments) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(arguments[1]));
        float[] samples = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(samples);
        WhisperFullParams wanted = new WhisperFullParams();
        wanted.language = arguments[3];
        wanted.nThreads = Integer.parseInt(arguments[4]);
        wanted.printProgress = false;
        if (whisper.full(context, wanted, samples, samples.length) != 0) {
            return NOT_UNDERSTOOD;
        }
        StringBuilder words = new StringBuilder();
        for (int segment = 0; segment < whisper.fullNSegments(context); segment++) {
            words.append(whisper.fullGetSegmentText(context, segment).strip()).append('\n');
        }
        Files.writeString(Path.of(arguments[2]), words);
        return 0;
    }
}
