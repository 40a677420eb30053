"""Addresses of the desk pages."""

from django.urls import URLPattern, path

from tocsin.desk.enrol import enrol, enrol_qr
from tocsin.desk.members import member_forget, member_link, member_remove, member_role, members
from tocsin.desk.own_account import new_recovery_codes, own_account
from tocsin.desk.second_factor import second_factor
from tocsin.desk.sign_in import sign_in
from tocsin.desk.sign_in_link import sign_in_link
from tocsin.desk.sign_out import sign_out

urlpatterns: list[URLPattern] = [
    path("sign-in/", sign_in, name="sign_in"),
    path("link/<str:token>/", sign_in_link, name="sign_in_link"),
    path("second-factor/", second_factor, name="second_factor"),
    path("enrol/", enrol, name="enrol"),
    path("enrol/qr.svg", enrol_qr, name="enrol_qr"),
    path("sign-out/", sign_out, name="sign_out"),
    path("account/", own_account, name="own_account"),
    path("account/recovery-codes/", new_recovery_codes, name="new_recovery_codes"),
    path("members/", members, name="members"),
    path("members/<int:pk>/link/", member_link, name="member_link"),
    path("members/<int:pk>/role/", member_role, name="member_role"),
    path("members/<int:pk>/forget/", member_forget, name="member_forget"),
    path("members/<int:pk>/remove/", member_remove, name="member_remove"),
]
