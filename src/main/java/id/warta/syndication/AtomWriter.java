package id.warta.syndication;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import id.warta.author.Author;
import id.warta.media.ArticleMedia;
import id.warta.site.Addresses;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * Atom 1.0 (RFC 4287), without extensions: the picture is an enclosure.
 */
class AtomWriter implements FeedWriter {

	@Override
	public byte[] write(Feed feed) {
		com.rometools.rome.feed.atom.Feed atom = new com.rometools.rome.feed.atom.Feed("atom_1.0");
		atom.setId(feed.self());
		atom.setTitleEx(text(Content.TEXT, feed.title()));
		if (feed.description() != null) {
			atom.setSubtitle(text(Content.TEXT, feed.description()));
		}
		atom.setUpdated(Date.from(feed.updated()));
		atom.setGenerator(generator());
		atom.setAuthors(new ArrayList<>(List.of(person(feed.site().title(), feed.site().url() + "/"))));
		atom.setAlternateLinks(List.of(link("alternate", "text/html", feed.page())));
		atom.setOtherLinks(otherLinks(feed, FeedFormat.ATOM));
		atom.setEntries(feed.entries().stream().map(AtomWriter::entry).toList());
		return FeedXml.bytes(inTheirLanguages(FeedXml.document(atom), feed));
	}

	/**
	 * What leads to the feed itself, and to where its changes can be subscribed to.
	 */
	static List<Link> otherLinks(Feed feed, FeedFormat format) {
		Link self = link("self", format.type().getType() + "/" + format.type().getSubtype(), feed.self());
		return (feed.hub() != null) ? List.of(self, link("hub", null, feed.hub())) : List.of(self);
	}

	private static Generator generator() {
		Generator generator = new Generator();
		generator.setValue("Warta");
		return generator;
	}

	private static Entry entry(FeedEntry from) {
		Entry entry = new Entry();
		entry.setId(from.id());
		entry.setTitleEx(text(Content.TEXT, from.article().title()));
		entry.setPublished(Date.from(from.article().publishedAt()));
		entry.setUpdated(Date.from(from.article().updatedAt()));
		entry.setAlternateLinks(List.of(link("alternate", "text/html", from.url())));
		if (from.picture() != null) {
			entry.setOtherLinks(List.of(enclosure(from, from.picture())));
		}
		entry.setAuthors(new ArrayList<>(from.authors().stream().map((author) -> person(from, author)).toList()));
		entry.setCategories(categories(from));
		entry.setContents(List.of(text(Content.HTML, from.body())));
		String excerpt = from.article().excerpt();
		if (excerpt != null) {
			entry.setSummary(text(Content.TEXT, excerpt));
		}
		return entry;
	}

	private static Link enclosure(FeedEntry entry, ArticleMedia picture) {
		Link enclosure = link("enclosure", XmlText.legalOrNull(picture.media().mimeType()), entry.url(picture));
		String title = Objects.requireNonNullElse(picture.caption(), picture.media().alt());
		if (!title.isEmpty()) {
			enclosure.setTitle(XmlText.legal(title));
		}
		return enclosure;
	}

	private static List<Category> categories(FeedEntry entry) {
		return Stream
			.concat(entry.categories()
				.stream()
				.map((category) -> category(category.slug(), category.name(), entry, "/category/")),
					entry.tags().stream().map((tag) -> category(tag.slug(), tag.name(), entry, "/tag/")))
			.toList();
	}

	private static Category category(String slug, String name, FeedEntry entry, String path) {
		Category category = new Category();
		category.setTerm(XmlText.legal(slug));
		category.setLabel(XmlText.legal(name));
		category.setScheme(Addresses.absolute(entry.site(), path));
		return category;
	}

	private static SyndPerson person(FeedEntry entry, Author author) {
		return person(author.name(), entry.url(author));
	}

	private static SyndPerson person(String name, String address) {
		Person person = new Person();
		person.setName(XmlText.legal(name));
		person.setUri(address);
		return person;
	}

	private static Link link(String relation, @Nullable String type, String address) {
		Link link = new Link();
		link.setRel(relation);
		link.setType(type);
		link.setHref(address);
		return link;
	}

	private static Content text(String type, String text) {
		Content content = new Content();
		content.setType(type);
		content.setValue(XmlText.legal(text));
		return content;
	}

	/** ROME has no place for {@code xml:lang}. */
	private static Document inTheirLanguages(Document document, Feed feed) {
		Element root = document.getRootElement();
		root.setAttribute("lang", feed.language(), Namespace.XML_NAMESPACE);
		List<Element> entries = root.getChildren("entry", root.getNamespace());
		for (int i = 0; i < entries.size(); i++) {
			entries.get(i).setAttribute("lang", feed.entries().get(i).article().language(), Namespace.XML_NAMESPACE);
		}
		return document;
	}

}
