package id.warta.importer.wxr;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out what encoding an XML document is in, by its byte order mark or its
 * declaration, and decodes it; bytes that don't belong there are an error. The parser
 * could do the same, but prints such errors where it should throw them.
 */
final class XmlEncoding {

	private static final int HEAD = 256;

	private static final Pattern DECLARED = Pattern.compile("^<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([^\"']+)[\"']");

	private XmlEncoding() {
	}

	static Reader reader(InputStream in) throws IOException {
		BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
		buffered.mark(HEAD);
		String head = new String(buffered.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
		buffered.reset();
		Charset charset = charset(head);
		if (head.startsWith("\u00EF\u00BB\u00BF")) {
			buffered.skipNBytes(3);
		}
		return new InputStreamReader(buffered,
				charset.newDecoder()
					.onMalformedInput(CodingErrorAction.REPORT)
					.onUnmappableCharacter(CodingErrorAction.REPORT));
	}

	private static Charset charset(String head) {
		if (head.startsWith("\u00FE\u00FF") || head.startsWith("\u00FF\u00FE")) {
			return StandardCharsets.UTF_16;
		}
		Matcher matcher = DECLARED.matcher(head);
		try {
			return matcher.find() ? Charset.forName(matcher.group(1)) : StandardCharsets.UTF_8;
		}
		catch (IllegalCharsetNameException | UnsupportedCharsetException ex) {
			return StandardCharsets.UTF_8;
		}
	}

}
