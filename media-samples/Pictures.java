import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Draws the pictures of media-samples as PNG files into the folder given: {@code java Pictures.java FOLDER}. */
class Pictures {

    private static final Color INK = new Color(0x2f3e46);

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        ImageIO.write(frontDoor(), "png", folder.resolve("front-door.png").toFile());
        ImageIO.write(kitchen(), "png", folder.resolve("kitchen.png").toFile());
        ImageIO.write(path(), "png", folder.resolve("path.png").toFile());
        ImageIO.write(firstDay(), "png", folder.resolve("first-day.png").toFile());
        ImageIO.write(bench(), "png", folder.resolve("bench.png").toFile());
        for (int frame = 0; frame < 4; frame++) {
            ImageIO.write(lamp(frame), "png", folder.resolve("lamp-" + frame + ".png").toFile());
        }
    }

    /** A blue front door, a step, a plant, and a hand's worth of keys in the lock. Portrait. */
    private static BufferedImage frontDoor() {
        BufferedImage image = new BufferedImage(900, 1200, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = pen(image);
        g.setColor(new Color(0xe9d8c4));
        g.fillRect(0, 0, 900, 1200);
        g.setColor(new Color(0xdcc5ab));
        for (int row = 0; row < 13; row++) {
            for (int column = -1; column < 7; column++) {
                g.fill(new RoundRectangle2D.Double(column * 150 + (row % 2) * 75, row * 80, 142, 72, 8, 8));
            }
        }
        g.setColor(new Color(0xcad2c5));
        g.fillRect(0, 1040, 900, 160);
        g.setColor(new Color(0xb3bdae));
        g.fillRect(180, 1020, 540, 60);
        g.setColor(new Color(0xf7f3ec));
        g.fillRect(230, 170, 440, 860);
        g.setPaint(new GradientPaint(260, 200, new Color(0x3d6b8c), 640, 1030, new Color(0x2f5673)));
        g.fillRect(262, 204, 376, 826);
        g.setColor(new Color(0x2a4c66));
        g.setStroke(new BasicStroke(6));
        for (int[] panel : new int[][] {{300, 560, 130, 190}, {470, 560, 130, 190}, {300, 790, 130, 190}, {470, 790, 130, 190}}) {
            g.draw(new RoundRectangle2D.Double(panel[0], panel[1], panel[2], panel[3], 10, 10));
        }
        g.setPaint(new GradientPaint(300, 250, new Color(0xfff1c9), 600, 500, new Color(0xf2d48f)));
        g.fill(new Arc2D.Double(300, 250, 300, 480, 0, 180, Arc2D.PIE));
        g.setColor(new Color(0x2a4c66));
        g.draw(new Arc2D.Double(300, 250, 300, 480, 0, 180, Arc2D.PIE));
        g.drawLine(450, 250, 450, 490);
        brass(g, 590, 640);
        g.setColor(new Color(0xb5651d));
        Path2D pot = new Path2D.Double();
        pot.moveTo(90, 920);
        pot.lineTo(210, 920);
        pot.lineTo(190, 1060);
        pot.lineTo(110, 1060);
        pot.closePath();
        g.fill(pot);
        g.setColor(new Color(0x52796f));
        for (int leaf = 0; leaf < 9; leaf++) {
            double angle = Math.toRadians(-160 + leaf * 17.5);
            g.fill(turned(150, 915, 150, 38, angle));
        }
        g.setColor(new Color(0x84a98c));
        for (int leaf = 0; leaf < 7; leaf++) {
            double angle = Math.toRadians(-150 + leaf * 20);
            g.fill(turned(150, 915, 105, 30, angle));
        }
        g.dispose();
        return image;
    }

    private static void brass(Graphics2D g, int x, int y) {
        g.setColor(new Color(0xd9a441));
        g.fillOval(x - 14, y - 14, 28, 28);
        g.setStroke(new BasicStroke(7));
        g.drawLine(x, y, x, y + 46);
        g.drawOval(x - 28, y + 40, 56, 56);
        g.setStroke(new BasicStroke(9, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(new Color(0xb9bec4));
        g.drawLine(x - 10, y + 92, x - 26, y + 168);
        g.drawLine(x - 26, y + 168, x - 10, y + 172);
        g.drawLine(x - 22, y + 146, x - 8, y + 150);
        g.setColor(new Color(0xd98e73));
        g.drawLine(x + 10, y + 92, x + 22, y + 150);
        g.drawLine(x + 22, y + 150, x + 8, y + 154);
    }

    /** A kitchen table with a mug, bread and a window; the corners of the sheet are transparent. */
    private static BufferedImage kitchen() {
        BufferedImage image = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = pen(image);
        g.setClip(new RoundRectangle2D.Double(0, 0, 1200, 900, 160, 160));
        g.setPaint(new GradientPaint(0, 0, new Color(0xf3e9dc), 0, 620, new Color(0xe8d9c5)));
        g.fillRect(0, 0, 1200, 900);
        g.setColor(Color.WHITE);
        g.fillRect(380, 90, 440, 380);
        g.setPaint(new GradientPaint(0, 110, new Color(0xbfdbe8), 0, 450, new Color(0xf9edd3)));
        g.fillRect(400, 110, 400, 340);
        g.setColor(new Color(0x9bb89a));
        g.fill(new Ellipse2D.Double(380, 380, 300, 180));
        g.setColor(new Color(0x86a886));
        g.fill(new Ellipse2D.Double(580, 400, 320, 160));
        g.setColor(new Color(0xe8d9c5));
        g.fillRect(340, 470, 560, 100);
        g.setColor(Color.WHITE);
        g.fillRect(592, 110, 16, 340);
        g.fillRect(400, 272, 400, 16);
        g.fillRect(360, 450, 480, 26);
        g.setColor(new Color(0xd98e73));
        for (int side : new int[] {-1, 1}) {
            Path2D curtain = new Path2D.Double();
            curtain.moveTo(600 + side * 250, 70);
            curtain.lineTo(600 + side * 130, 70);
            curtain.quadTo(600 + side * 150, 300, 600 + side * 250, 480);
            curtain.closePath();
            g.fill(curtain);
        }
        g.setPaint(new GradientPaint(0, 620, new Color(0xa9744f), 0, 900, new Color(0x8d5e3c)));
        g.fillRect(0, 620, 1200, 280);
        g.setColor(new Color(0x9a6743));
        g.setStroke(new BasicStroke(4));
        for (int y = 670; y < 900; y += 60) {
            g.drawLine(0, y, 1200, y + 8);
        }
        g.setColor(new Color(0xfaf7f2));
        g.fill(new Ellipse2D.Double(150, 690, 380, 90));
        g.setColor(new Color(0xc58b4a));
        g.fill(new RoundRectangle2D.Double(210, 610, 260, 120, 120, 110));
        g.setColor(new Color(0xe0b06f));
        for (int x = 250; x < 440; x += 55) {
            g.fill(turned(x, 660, 62, 16, Math.toRadians(-55)));
        }
        g.setColor(new Color(0x3d6b8c));
        g.fill(new RoundRectangle2D.Double(760, 590, 170, 190, 40, 40));
        g.setStroke(new BasicStroke(22));
        g.draw(new Arc2D.Double(890, 630, 90, 100, -90, 180, Arc2D.OPEN));
        g.setColor(new Color(0x2b2118));
        g.fill(new Ellipse2D.Double(772, 584, 146, 36));
        g.setColor(new Color(255, 255, 255, 150));
        g.setStroke(new BasicStroke(9, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int x = 810; x <= 880; x += 35) {
            Path2D steam = new Path2D.Double();
            steam.moveTo(x, 570);
            steam.curveTo(x - 30, 530, x + 30, 500, x, 450);
            g.draw(steam);
        }
        g.dispose();
        return image;
    }

    /** A path through hills to a low sun. */
    private static BufferedImage path() {
        BufferedImage image = new BufferedImage(1280, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = pen(image);
        g.setPaint(new GradientPaint(0, 0, new Color(0x8fb8cf), 0, 480, new Color(0xfbe3c0)));
        g.fillRect(0, 0, 1280, 800);
        g.setPaint(new RadialGradientPaint(
                860, 330, 260, new float[] {0, 0.35f, 1}, new Color[] {new Color(0xfff6dc), new Color(0xffe9b0), new Color(255, 233, 176, 0)}));
        g.fillOval(600, 70, 520, 520);
        hill(g, new Color(0x9db5b2), 420, 60, 0.9);
        hill(g, new Color(0x84a98c), 480, 70, 2.4);
        hill(g, new Color(0x6b9080), 560, 60, 4.1);
        hill(g, new Color(0x52796f), 640, 40, 5.6);
        Path2D way = new Path2D.Double();
        way.moveTo(470, 800);
        way.curveTo(640, 700, 520, 640, 700, 590);
        way.curveTo(790, 560, 760, 530, 810, 510);
        way.lineTo(826, 512);
        way.curveTo(800, 540, 850, 560, 760, 605);
        way.curveTo(640, 660, 860, 700, 800, 800);
        way.closePath();
        g.setPaint(new GradientPaint(0, 520, new Color(0xf2e3c6), 0, 800, new Color(0xd8c19a)));
        g.fill(way);
        for (int[] tree : new int[][] {{190, 610, 90}, {300, 590, 70}, {1080, 620, 100}, {980, 580, 60}}) {
            g.setColor(new Color(0x6b4f3a));
            g.fillRect(tree[0] - 6, tree[1], 12, tree[2]);
            g.setColor(new Color(0x3f6355));
            g.fillOval(tree[0] - tree[2] / 2, tree[1] - tree[2], tree[2], (int) (tree[2] * 1.3));
        }
        g.dispose();
        return image;
    }

    private static void hill(Graphics2D g, Color color, int y, int height, double phase) {
        Path2D hill = new Path2D.Double();
        hill.moveTo(0, 800);
        for (int x = 0; x <= 1280; x += 10) {
            hill.lineTo(x, y - height * (Math.sin(x / 210.0 + phase) + 0.4 * Math.sin(x / 83.0 + phase * 2)));
        }
        hill.lineTo(1280, 800);
        hill.closePath();
        g.setColor(color);
        g.fill(hill);
    }

    /** A workshop door standing open, light falling out, a coat on a hook. Portrait. */
    private static BufferedImage firstDay() {
        BufferedImage image = new BufferedImage(960, 1280, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = pen(image);
        g.setColor(new Color(0x52616b));
        g.fillRect(0, 0, 960, 1280);
        g.setColor(new Color(0x44525b));
        g.fillRect(0, 1060, 960, 220);
        g.setColor(new Color(0xe7e1d6));
        g.fillRect(270, 180, 440, 890);
        g.setPaint(new GradientPaint(300, 210, new Color(0xffe7b3), 680, 1060, new Color(0xf3c77a)));
        g.fillRect(300, 210, 380, 860);
        Path2D light = new Path2D.Double();
        light.moveTo(300, 1070);
        light.lineTo(680, 1070);
        light.lineTo(880, 1280);
        light.lineTo(120, 1280);
        light.closePath();
        g.setColor(new Color(255, 231, 179, 120));
        g.fill(light);
        Path2D door = new Path2D.Double();
        door.moveTo(300, 210);
        door.lineTo(130, 150);
        door.lineTo(130, 1160);
        door.lineTo(300, 1070);
        door.closePath();
        g.setColor(new Color(0xa44a3f));
        g.fill(door);
        g.setColor(new Color(0xd9a441));
        g.fillOval(150, 640, 34, 34);
        g.setColor(new Color(0x8d5e3c));
        g.fillRect(380, 800, 300, 24);
        g.fillRect(400, 824, 20, 246);
        g.fillRect(640, 824, 20, 246);
        g.setColor(new Color(0x6c7a80));
        g.fill(new RoundRectangle2D.Double(450, 720, 150, 80, 20, 20));
        g.setColor(INK);
        g.setStroke(new BasicStroke(10, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.drawLine(525, 720, 525, 560);
        g.drawLine(525, 560, 590, 600);
        g.setColor(new Color(0xd9a441));
        g.fillRect(790, 420, 80, 14);
        g.setColor(new Color(0x84a98c));
        Path2D coat = new Path2D.Double();
        coat.moveTo(830, 440);
        coat.curveTo(760, 470, 760, 620, 752, 800);
        coat.lineTo(908, 800);
        coat.curveTo(900, 620, 900, 470, 830, 440);
        coat.closePath();
        g.fill(coat);
        g.setColor(new Color(0x6b9080));
        g.setStroke(new BasicStroke(5));
        g.drawLine(830, 450, 830, 795);
        g.dispose();
        return image;
    }

    /** A bench under a tree by the water. */
    private static BufferedImage bench() {
        BufferedImage image = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = pen(image);
        g.setPaint(new GradientPaint(0, 0, new Color(0xcfe3ea), 0, 420, new Color(0xf6efe0)));
        g.fillRect(0, 0, 1200, 800);
        g.setPaint(new GradientPaint(0, 420, new Color(0x9cc0cf), 0, 560, new Color(0x7aa5b8)));
        g.fillRect(0, 420, 1200, 160);
        g.setColor(new Color(255, 255, 255, 110));
        for (int i = 0; i < 9; i++) {
            g.fillRoundRect(60 + i * 127 % 1000, 440 + i * 53 % 120, 120, 5, 5, 5);
        }
        g.setColor(new Color(0x84a98c));
        g.fillRect(0, 570, 1200, 230);
        g.setColor(new Color(0x6b4f3a));
        g.fillRect(890, 250, 44, 380);
        g.setColor(new Color(0x52796f));
        g.fillOval(700, 30, 430, 330);
        g.setColor(new Color(0x6b9080));
        g.fillOval(760, 70, 230, 170);
        g.setColor(new Color(0x8d5e3c));
        for (int i = 0; i < 3; i++) {
            g.fill(new RoundRectangle2D.Double(280, 480 + i * 38, 420, 24, 10, 10));
        }
        g.fill(new RoundRectangle2D.Double(260, 610, 460, 28, 10, 10));
        g.setColor(INK);
        for (int x : new int[] {310, 650}) {
            g.fillRect(x, 480, 16, 230);
        }
        g.dispose();
        return image;
    }

    /** A lamp that grows brighter from frame 0 to 3. */
    private static BufferedImage lamp(int frame) {
        BufferedImage image = new BufferedImage(480, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = pen(image);
        g.setColor(new Color(0x37474f));
        g.fillRect(0, 0, 480, 480);
        int glow = 60 + frame * 45;
        g.setPaint(new RadialGradientPaint(
                240, 190, 230, new float[] {0, 1}, new Color[] {new Color(255, 224, 150, glow), new Color(255, 224, 150, 0)}));
        g.fillOval(10, -40, 460, 460);
        g.setColor(new Color(0x8d5e3c));
        g.fillRect(0, 400, 480, 80);
        g.setColor(new Color(0xcad2c5));
        g.fillRect(232, 240, 16, 150);
        g.fill(new Ellipse2D.Double(180, 380, 120, 30));
        g.setColor(new Color(0xf2d48f));
        Path2D shade = new Path2D.Double();
        shade.moveTo(190, 120);
        shade.lineTo(290, 120);
        shade.lineTo(340, 250);
        shade.lineTo(140, 250);
        shade.closePath();
        g.fill(shade);
        g.dispose();
        return image;
    }

    private static java.awt.Shape turned(double x, double y, double length, double width, double angle) {
        java.awt.geom.AffineTransform turn = java.awt.geom.AffineTransform.getTranslateInstance(x, y);
        turn.rotate(angle);
        return turn.createTransformedShape(new Ellipse2D.Double(0, -width / 2, length, width));
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return g;
    }
}
