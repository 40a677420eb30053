"""Addresses of the public pages."""

from django.urls import URLPattern, path

from tocsin.public.action import action
from tocsin.public.action_feed import action_feed
from tocsin.public.called import called
from tocsin.public.case import case
from tocsin.public.cell_note import cell_note
from tocsin.public.check_mailbox import check_mailbox
from tocsin.public.chronicle import chronicle
from tocsin.public.confirm import confirm
from tocsin.public.embed import embed, embed_script
from tocsin.public.feed import feed
from tocsin.public.follow import follow, follow_asked, follow_confirm
from tocsin.public.gathering import gathering, gathering_calendar
from tocsin.public.gathering_poster import gathering_poster
from tocsin.public.gatherings import gatherings, gatherings_calendar
from tocsin.public.handed_over import handed_over, thanks
from tocsin.public.home import home
from tocsin.public.host import host_asked, host_gathering
from tocsin.public.hosted import hosted
from tocsin.public.leave import leave
from tocsin.public.legal import legal
from tocsin.public.letter_eml import letter_eml
from tocsin.public.letter_pdf import letter_pdf
from tocsin.public.letter_print import letter_print
from tocsin.public.mail_events import mail_events
from tocsin.public.mail_replies import mail_replies
from tocsin.public.message import message, message_taken
from tocsin.public.messages import messages
from tocsin.public.no_more import no_more
from tocsin.public.not_working import not_working
from tocsin.public.office_answer import office_answer
from tocsin.public.offices_of import offices_of
from tocsin.public.on_your_site import on_your_site
from tocsin.public.organisation_letter import organisation_letter
from tocsin.public.organisations import organisations
from tocsin.public.own_endorsement import own_endorsement
from tocsin.public.picture import picture
from tocsin.public.privacy import privacy
from tocsin.public.relay import relay
from tocsin.public.robots import robots
from tocsin.public.safety import safety
from tocsin.public.send import send
from tocsin.public.short import short
from tocsin.public.sign_on import sign_on, sign_on_taken
from tocsin.public.sign_on_confirm import sign_on_confirm
from tocsin.public.translate import translate
from tocsin.public.ways import ways
from tocsin.public.whose_offices import whose_offices
from tocsin.public.write import write

urlpatterns: list[URLPattern] = [
    path("", home, name="home"),
    path("a/<slug:slug>", action, name="action"),
    path("a/<slug:slug>/feed", action_feed, name="action_feed"),
    path("a/<slug:slug>/write", write, name="write"),
    path("a/<slug:slug>/ways", ways, name="ways"),
    path("a/<slug:slug>/not-working", not_working, name="not_working"),
    path("a/<slug:slug>/send", send, name="send"),
    path("a/<slug:slug>/check-mailbox", check_mailbox, name="check_mailbox"),
    path("a/<slug:slug>/letter.eml", letter_eml, name="letter_eml"),
    path("a/<slug:slug>/letter.pdf", letter_pdf, name="letter_pdf"),
    path("a/<slug:slug>/letter", letter_print, name="letter_print"),
    path("a/<slug:slug>/handed-over", handed_over, name="handed_over"),
    path("a/<slug:slug>/called", called, name="called"),
    path("a/<slug:slug>/<slug:language>.png", picture, name="picture"),
    path("a/<slug:slug>/thanks", thanks, name="thanks"),
    path("a/<slug:slug>/sign-on", sign_on, name="sign_on"),
    path("a/<slug:slug>/sign-on/taken", sign_on_taken, name="sign_on_taken"),
    path("a/<slug:slug>/note.pdf", cell_note, name="cell_note"),
    path("a/<slug:slug>/message", message, name="message"),
    path("a/<slug:slug>/message/taken", message_taken, name="message_taken"),
    path("a/<slug:slug>/answers/<int:number>.txt", office_answer, name="office_answer"),
    path("a/<slug:slug>/messages", messages, name="messages"),
    path("a/<slug:slug>/organisations", organisations, name="organisations"),
    path("a/<slug:slug>/gatherings", gatherings, name="gatherings"),
    path("a/<slug:slug>/gatherings.ics", gatherings_calendar, name="gatherings_calendar"),
    path("a/<slug:slug>/gatherings/host", host_gathering, name="host_gathering"),
    path("a/<slug:slug>/gatherings/asked", host_asked, name="host_asked"),
    path("a/<slug:slug>/on-your-site", on_your_site, name="on_your_site"),
    path("embed/<slug:slug>", embed, name="embed"),
    path("embed.js", embed_script, name="embed_script"),
    path("s/<slug:code>", short, name="short"),
    path("g/<slug:code>", gathering, name="gathering"),
    path("g/<slug:code>/calendar.ics", gathering_calendar, name="gathering_calendar"),
    path("g/<slug:code>/poster.pdf", gathering_poster, name="gathering_poster"),
    path("host/<str:token>/", hosted, name="host"),
    path("c/<slug:slug>", case, name="case"),
    path("c/<slug:slug>/chronicle", chronicle, name="chronicle"),
    path("offices/", whose_offices, name="whose_offices"),
    path("offices/<str:code>/", offices_of, name="offices_of"),
    path("confirm/<str:token>", confirm, name="confirm"),
    path("sign-on/<str:token>", sign_on_confirm, name="sign_on_confirm"),
    path("organisation/<str:token>", own_endorsement, name="own_endorsement"),
    path("follow", follow, name="follow"),
    path("follow/asked", follow_asked, name="follow_asked"),
    path("follow/<str:token>", follow_confirm, name="follow_confirm"),
    path("leave/<str:token>", leave, name="leave"),
    path("no-more/<str:token>", no_more, name="no_more"),
    path("organisation/<str:token>/letter", organisation_letter, name="organisation_letter"),
    path("relay/<str:token>/", relay, name="relay"),
    path("mail-replies", mail_replies, name="mail_replies"),
    path("translate/<str:token>/", translate, name="translate"),
    path("mail-events", mail_events, name="mail_events"),
    path("safety", safety, name="safety"),
    path("privacy", privacy, name="privacy"),
    path("legal", legal, name="legal"),
    path("feed", feed, name="feed"),
    path("robots.txt", robots, name="robots"),
]
