// Joint services: Angular Material and ng-select, compiled in the browser; the steps stand behind the hash, the button of
// every step has the same id, the communes come late and may be opened before they are there.
import '@angular/compiler';
import { Component, provideZonelessChangeDetection, signal, ChangeDetectorRef, inject } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { FormsModule } from '@angular/forms';
import { MatSelectModule } from '@angular/material/select';
import { MatInputModule } from '@angular/material/input';
import { MatAutocompleteModule } from '@angular/material/autocomplete';
import { MatRadioModule } from '@angular/material/radio';
import { NgSelectModule } from '@ng-select/ng-select';

const form = await call('/api/bieu-mau');
const holes = form.paragraphs.flatMap(paragraph => paragraph.parts.filter(part => part.name)).map(hole => ({ ...hole, rows: choicesOf(hole.marks).map(one => one.text) }));
const sections = [...new Set(holes.map(hole => hole.section))];

class Joint {
  change = inject(ChangeDetectorRef);
  title = form.head.title;
  step = signal(1);
  code = signal('');
  pledged = false;
  values = Object.fromEntries(holes.filter(hole => hole.marks.given).map(hole => [hole.name, form.given[hole.marks.given]]));
  groups = () => [[sections[0]], sections.slice(1)][this.step() - 1]?.map(name => ({ name, holes: holes.filter(hole => hole.section === name) })) || [];
  constructor() {
    for (const hole of holes.filter(hole => hole.marks.list && !hole.marks.of)) call(`/api/danh-muc?ten=${hole.marks.list}`).then(rows => { hole.rows = rows; this.change.markForCheck(); });
  }
  async changed(hole) {
    for (const other of holes.filter(other => other.marks.of === hole.name)) {
      delete this.values[other.name];
      other.rows = [];
      await pause(900);
      other.rows = await call(`/api/danh-muc?ten=tinh&cua=${encodeURIComponent(this.values[hole.name] || '')}`);
    }
    this.change.markForCheck();
  }
  shown(hole) { return hole.rows.filter(row => row.toLowerCase().includes((this.values[hole.name] || '').toLowerCase())); }
  async next() {
    const missing = this.groups().flatMap(group => group.holes).filter(hole => hole.required && !this.values[hole.name]);
    if (missing.length) { toast(`Vui lòng nhập ${missing[0].label}`); return; }
    if (this.step() === 4 && !this.pledged) { toast('Vui lòng xác nhận cam đoan'); return; }
    if (this.step() < 5) { this.step.set(this.step() + 1); location.hash = location.hash.replace(/\?.*|$/, `?buoc=${this.step()}`); return; }
    const answer = await call('/api/nop', Object.fromEntries(Object.entries(this.values).filter(([, value]) => value)));
    if (answer.loi) toast(answer.loi, 20000); else this.code.set(answer.ma);
  }
}
Component({
  selector: 'joint-root', imports: [FormsModule, MatSelectModule, MatInputModule, MatAutocompleteModule, MatRadioModule, NgSelectModule],
  template: `<header><b>Dịch vụ công liên thông</b><span id="account_name">${form.given.name} <a href="/dang-xuat">Đăng xuất</a></span></header>
  <main><h2>{{title}}</h2>
  @if (code()) { <h3>Hồ sơ đã được gửi</h3><p>Số hồ sơ: <b>{{code()}}</b></p><p>Vui lòng ghi nhớ số hồ sơ để tra cứu.</p><p>Ngày hẹn trả dự kiến: 05/12/2026</p> } @else {
  <p>Bước {{step()}} / 5</p>
  @for (group of groups(); track group.name) { <h3>{{group.name}}</h3>
    @for (hole of group.holes; track hole.name) { <div class="field" [attr.formcontrolname]="hole.name">
      @switch (hole.kind) {
        @case ('mat-select') { <mat-form-field><mat-label>{{hole.label}}</mat-label><mat-select [(ngModel)]="values[hole.name]">@for (row of hole.rows; track row) { <mat-option [value]="row">{{row}}</mat-option> }</mat-select></mat-form-field> }
        @case ('autocomplete') { <mat-form-field><mat-label>{{hole.label}}</mat-label><input matInput [matAutocomplete]="auto" [(ngModel)]="values[hole.name]"><mat-autocomplete #auto (optionSelected)="changed(hole)">@for (row of shown(hole); track row) { <mat-option [value]="row">{{row}}</mat-option> }</mat-autocomplete></mat-form-field> }
        @case ('ng-select') { <label>{{hole.label}}</label><ng-select [items]="hole.rows" [(ngModel)]="values[hole.name]" placeholder="Chọn"></ng-select> }
        @case ('radio') { <mat-radio-group [(ngModel)]="values[hole.name]">@for (row of hole.rows; track row) { <mat-radio-button [value]="row">{{row}}</mat-radio-button> }</mat-radio-group> }
        @default { <mat-form-field><mat-label>{{hole.label}}</mat-label><input matInput [(ngModel)]="values[hole.name]" [readonly]="!!hole.marks.given" [placeholder]="hole.kind === 'date' ? 'dd/mm/yyyy' : ''"></mat-form-field> }
      } </div> } }
  @if (step() === 3) { <p>Giấy tờ kèm theo: không bắt buộc</p> }
  @if (step() === 4) { <label><input type="checkbox" [(ngModel)]="pledged"> Tôi cam đoan những nội dung khai trên đây là đúng sự thật</label> }
  <p><button id="next" (click)="next()">{{step() === 5 ? 'Hoàn thành' : 'Tiếp tục'}}</button></p> } </main>`,
})(Joint);
document.getElementById('root').outerHTML = '<joint-root></joint-root>';
bootstrapApplication(Joint, { providers: [provideZonelessChangeDetection()] });
